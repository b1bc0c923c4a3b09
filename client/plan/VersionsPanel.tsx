import { createSignal, For, Show, type JSX } from 'solid-js'
import Send from 'lucide-solid/icons/send'
import Vote from 'lucide-solid/icons/vote'
import { useT } from '#client/i18n'
import type { TextVotes } from '#client/motion'
import { Button, Digest, LinkButton, Panel, TimeStamp } from '#client/ui'
import { can } from '#shared/access'
import type { SectionDetail, VersionEntry } from '../api/plan.ts'
import { useActor } from './actor.ts'
import { createMayClose } from './closing.ts'
import { ClosingAct } from './ClosingAct.tsx'
import { SetAsideKept } from './SetAsideKept.tsx'
import { VersionTag } from './StandingTag.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import './versions.css'

/** What was submitted of a section, and the way to submit it again. [E1] */
export function VersionsPanel(props: {
  readonly votes: TextVotes
  readonly section: SectionDetail
  /** Words on this page that are not stored yet would be missing from a version. */
  readonly unsaved: boolean
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const actor = useActor()
  const [submitting, setSubmitting] = createSignal(false)
  const maySubmit = (): boolean => {
    const { group, plan } = props.section
    return can(actor(), 'section.submit', { groupId: group.id, groupKind: group.kind, planKind: plan.kind })
  }
  const isSubmittable = (): boolean => props.section.waived === null && props.section.damaged === null
  const mayClose = createMayClose(() => props.section)
  return (
    <Panel title={t('plan.versions.title')} variant="plain">
      <Show
        when={props.section.versions.length > 0}
        fallback={<p class="ui-small ui-muted">{t('plan.versions.empty.text')}</p>}
      >
        <ol class="versions" role="list">
          <For each={props.section.versions}>
            {version => <VersionItem votes={props.votes} version={version} section={props.section} />}
          </For>
        </ol>
        <Show when={props.section.standing.newerText}>
          <p class="ui-small ui-muted">{t('plan.versions.newer')}</p>
        </Show>
      </Show>
      <Show when={!maySubmit() && props.section.versions.length > 0}>
        <p class="ui-small ui-muted">{t('plan.versions.cannotSubmit', props.section.group.name)}</p>
      </Show>
      <Show when={maySubmit() || mayClose()}>
        <div class="ui-row">
          <Show when={maySubmit()}>
            <Button icon={Send} disabled={!isSubmittable()} onPress={() => setSubmitting(true)}>
              {t('plan.versions.submit')}
            </Button>
          </Show>
          <Show when={mayClose()}>
            <ClosingAct section={props.section} onChange={props.onChange} />
          </Show>
        </div>
      </Show>
      <Show when={maySubmit() && props.section.damaged}>
        <p class="ui-small ui-muted">{t('plan.damaged.notSubmitted')}</p>
      </Show>
      <SetAsideKept section={props.section} />
      <Show when={submitting()}>
        <SubmitDialog
          section={props.section}
          unsaved={props.unsaved}
          onClose={() => setSubmitting(false)}
          onDone={() => {
            setSubmitting(false)
            props.onChange()
          }}
        />
      </Show>
    </Panel>
  )
}

function VersionItem(props: {
  readonly votes: TextVotes
  readonly version: VersionEntry
  readonly section: SectionDetail
}): JSX.Element {
  const t = useT()
  const actor = useActor()
  const mayOpen = (): boolean => {
    const { group, plan } = props.section
    const subject = { groupId: group.id, groupKind: group.kind, planKind: plan.kind }
    return (
      props.version.state === 'submitted' && can(actor(), 'motion.open', { ...subject, voteMode: 'correspondence' })
    )
  }
  return (
    <li class="versions__item">
      <div class="versions__head">
        <a href={`/versions/${props.version.id}`}>{t('plan.versions.number', props.version.number)}</a>
        <VersionTag state={props.version.state} />
      </div>
      <div class="ui-small ui-muted">
        <TimeStamp at={props.version.submittedAt} />
        {' · '}
        {t('plan.versions.submittedBy', props.version.submittedBy.name, props.version.submittedBy.organisation)}
      </div>
      <Digest value={props.version.digest} />
      <Show when={mayOpen()}>
        <div>
          <LinkButton icon={Vote} href={`/versions/${props.version.id}`}>
            {t('plan.versions.readAndPut')}
          </LinkButton>
        </div>
      </Show>
      <Show when={props.version.state === 'underVote'}>
        <WayToVote votes={props.votes} versionId={props.version.id} />
      </Show>
    </li>
  )
}

/** From the section to the vote that runs on one of its versions. */
function WayToVote(props: { readonly votes: TextVotes; readonly versionId: string }): JSX.Element {
  const t = useT()
  return (
    <Show when={props.votes.on(props.versionId)[0]}>
      {motion => (
        <div>
          <LinkButton icon={Vote} href={`/motions/${motion().id}`}>
            {t('plan.version.toVote')}
          </LinkButton>
        </div>
      )}
    </Show>
  )
}
