import { createSignal, Show, type JSX } from 'solid-js'
import PencilLine from 'lucide-solid/icons/pencil-line'
import { Fetched, FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { OpenVoteDialog } from '#client/motion'
import { Button, LinkButton, Notice, Panel } from '#client/ui'
import { withdrawAmendment, type AmendmentEntry, type AmendmentsAnswer } from '../api/amendment.ts'
import type { createFetched } from '../api/fetched.ts'
import type { VersionDetail } from '../api/plan.ts'
import { AmendmentList } from './AmendmentList.tsx'
import { ProposeAmendmentDialog } from './ProposeAmendmentDialog.tsx'
import type { Selected } from './selected.ts'

interface Props {
  readonly version: VersionDetail
  readonly amendments: ReturnType<typeof createFetched<AmendmentsAnswer>>
  /** Words selected in the text, which are to be amended now. */
  readonly selected: Selected | null
  readonly onSelected: (selected: Selected | null) => void
}

/** What seats propose to a version, and what became of it. [V4, A2, A3] */
export function AmendmentsPanel(props: Props): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('amendment.title')}>
      <Fetched of={props.amendments} lines={3}>
        {answer => <Amendments {...props} answer={answer()} />}
      </Fetched>
    </Panel>
  )
}

type Asking = { readonly act: 'propose' } | { readonly act: 'withdraw' | 'open'; readonly amendment: AmendmentEntry }

function Amendments(props: Props & { readonly answer: AmendmentsAnswer }): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal<Asking | null>(null)
  const isProposing = (): boolean => asking()?.act === 'propose' || props.selected !== null
  const asked = (act: 'withdraw' | 'open'): AmendmentEntry | null => {
    const now = asking()
    return now?.act === act && 'amendment' in now ? now.amendment : null
  }
  const close = (): void => {
    setAsking(null)
    props.onSelected(null)
  }
  const refetch = (): void => void props.amendments.refetch()
  return (
    <div class="ui-stack">
      <Show when={props.answer.amends}>
        {base => (
          <p class="ui-small">
            <a href={`/versions/${base().id}`}>{t('amendment.amends', base().number)}</a>
          </p>
        )}
      </Show>
      <Show when={props.answer.amendedBy}>
        {made => (
          <Notice tone="notice" standing>
            {t('amendment.amendedBy', made().number)}{' '}
            <LinkButton size="small" href={`/versions/${made().id}`}>
              {t('amendment.toVersion', made().number)}
            </LinkButton>
          </Notice>
        )}
      </Show>
      <Show when={props.answer.mayOpenVote && props.version.state === 'submitted' && props.answer.ngoElsewhere.length}>
        <Notice tone="notice" standing>
          {t('amendment.ngoElsewhere', props.answer.ngoElsewhere.map(({ number }) => number).join(', '))}
        </Notice>
      </Show>
      <Show when={props.answer.amendments.length > 0} fallback={<p class="ui-muted">{t('amendment.none')}</p>}>
        <Show when={props.answer.amendments.filter(one => one.disposedAt === null).length > 1}>
          <p class="ui-small ui-muted">{t('amendment.order')}</p>
        </Show>
        <AmendmentList
          amendments={props.answer.amendments}
          versionId={props.version.id}
          acts={amendment => (
            <>
              <Show when={amendment.next && props.answer.mayOpenVote}>
                <Button size="small" variant="primary" onPress={() => setAsking({ act: 'open', amendment })}>
                  {t('amendment.openVote')}
                </Button>
              </Show>
              <Show when={amendment.mayWithdraw}>
                <Button size="small" variant="quiet" onPress={() => setAsking({ act: 'withdraw', amendment })}>
                  {t('amendment.withdraw')}
                </Button>
              </Show>
            </>
          )}
        />
      </Show>
      <Show when={props.answer.seats.length > 0}>
        <div>
          <Button icon={PencilLine} onPress={() => setAsking({ act: 'propose' })}>
            {t('amendment.propose')}
          </Button>
        </div>
      </Show>
      <Show when={isProposing() && props.version.content}>
        {content => (
          <ProposeAmendmentDialog
            versionId={props.version.id}
            digest={props.version.digest}
            narrative={content().narrative}
            seats={props.answer.seats}
            selected={props.selected}
            onDone={refetch}
            onClose={close}
          />
        )}
      </Show>
      <Show when={asked('withdraw')}>
        {amendment => (
          <FormDialog
            title={t('amendment.withdrawTitle')}
            description={t('amendment.withdrawText')}
            confirmLabel={t('amendment.withdraw')}
            done={t('amendment.withdrawn')}
            danger
            act={() => withdrawAmendment(amendment().id)}
            onDone={refetch}
            onRefused={refetch}
            onClose={close}
          />
        )}
      </Show>
      <OpenVoteDialog
        open={asked('open') !== null}
        subjectKind="amendment"
        subjectId={asked('open')?.id ?? ''}
        onClose={close}
      />
    </div>
  )
}
