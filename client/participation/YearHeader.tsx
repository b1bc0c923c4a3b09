import { For, Show, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import Printer from 'lucide-solid/icons/printer'
import { useFormat, useT } from '#client/i18n'
import { Button, LinkButton, PageHeader, type Crumb } from '#client/ui'
import { participationTable, type ParticipationAnswer } from '../api/participation.ts'

/** What the figures are of, up to when, and the way to other years. */
export function YearHeader(props: {
  readonly title: string
  readonly trail?: readonly Crumb[] | undefined
  readonly answer: Pick<ParticipationAnswer, 'year' | 'years' | 'until' | 'serverNow'> | undefined
  readonly link: (year: number) => string
  readonly children?: JSX.Element
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHeader
        title={props.title}
        trail={props.trail}
        actions={
          <Show when={props.answer}>
            {answer => (
              <>
                <LinkButton href={participationTable(answer().year)} icon={Download} external download>
                  {t('participation.csv')}
                </LinkButton>
                <Button icon={Printer} onPress={() => window.print()}>
                  {t('participation.print')}
                </Button>
              </>
            )}
          </Show>
        }
      >
        {props.children}
      </PageHeader>
      <Show when={props.answer}>
        {answer => (
          <div class="participation-head">
            <Show when={answer().years.length > 1}>
              <nav class="participation-years ui-no-print" aria-label={t('participation.years')}>
                <For each={answer().years}>
                  {year => (
                    <a href={props.link(year)} aria-current={year === answer().year ? 'page' : undefined}>
                      {year}
                    </a>
                  )}
                </For>
              </nav>
            </Show>
            <p class="ui-small ui-muted">
              {answer().until < answer().serverNow
                ? t('participation.whole', answer().year)
                : t('participation.asOf', format().dateTime(answer().until))}{' '}
              {t('participation.zone')}
            </p>
          </div>
        )}
      </Show>
    </>
  )
}
