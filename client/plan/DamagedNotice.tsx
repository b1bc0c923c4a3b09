import { createMemo, Show, untrack, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import { useFormat, useT } from '#client/i18n'
import { LinkButton, Notice } from '#client/ui'
import { setAsideAddress, type SectionDetail } from '../api/plan.ts'
import { createMayResume } from './closing.ts'
import { ResumingAct } from './ResumingAct.tsx'

/**
 * Tells everybody on the page that a part of this text could not be read, and the Secretariat what was set aside: it looks
 * at that, and opens the text again.
 */
export function DamagedNotice(props: { readonly section: SectionDetail; readonly onChange: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const stood = untrack(() => props.section.damaged !== null)
  // By its value: a section fetched again must not close the dialog.
  const mayResume = createMemo(createMayResume(() => props.section))
  const names = (): string => {
    const persons = props.section.setAside?.persons ?? []
    return format().list(persons.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)))
  }
  return (
    <Show when={props.section.damaged}>
      {damaged => (
        <Notice
          tone="notice"
          title={t('plan.damaged.title', format().dateTime(damaged().at))}
          standing={stood}
          actions={
            mayResume() && (
              <>
                <Show when={props.section.setAside}>
                  <LinkButton href={setAsideAddress(props.section.id)} icon={Download} external download>
                    {t('plan.damaged.download')}
                  </LinkButton>
                </Show>
                <ResumingAct section={props.section} onChange={props.onChange} />
              </>
            )
          }
        >
          <p>{t('plan.damaged.text')}</p>
          <Show when={props.section.setAside}>
            {aside => <p>{t('plan.damaged.setAside', aside().changes, names())}</p>}
          </Show>
        </Notice>
      )}
    </Show>
  )
}
