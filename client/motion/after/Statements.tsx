import { createSignal, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Panel, TimeStamp } from '#client/ui'
import type { AfterVote, VoteStatementView } from '../../api/after-vote.ts'
import { constituencyTone } from '../choices.ts'
import { StatementDialog } from './StatementDialog.tsx'

/** What the seats say to a vote that is over, beside its count. */
export function Statements(props: {
  readonly motionId: string
  readonly after: AfterVote
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const [making, setMaking] = createSignal(false)
  return (
    <Show when={props.after.statements.length > 0 || props.after.mayState.length > 0}>
      <Panel title={t('afterVote.statements.title')} variant="plain">
        <p class="ui-small ui-muted">{t('afterVote.statements.lead')}</p>
        <StatementList
          all={props.after.statements}
          fallback={<p class="ui-muted">{t('afterVote.statements.empty')}</p>}
        />
        <Show when={props.after.mayState.length > 0}>
          <div class="ui-row">
            <Button onPress={() => setMaking(true)}>{t('afterVote.statements.make')}</Button>
          </div>
        </Show>
        <Show when={making()}>
          <StatementDialog
            motionId={props.motionId}
            seats={props.after.mayState}
            statements={props.after.statements}
            onDone={() => props.onChange()}
            onRefused={() => props.onChange()}
            onClose={() => setMaking(false)}
          />
        </Show>
      </Panel>
    </Show>
  )
}

/** Those that stand, each with the words that it stands in the place of. [V3, V13] */
export function StatementList(props: {
  /** Every version that was handed in. */
  readonly all: readonly VoteStatementView[]
  /** Of those that stand only these. */
  readonly which?: (statement: VoteStatementView) => boolean
  readonly fallback?: JSX.Element
}): JSX.Element {
  const standing = (): readonly VoteStatementView[] =>
    props.all.filter(one => !one.replaced && (props.which?.(one) ?? true))
  return (
    <Show when={standing().length > 0} fallback={props.fallback}>
      <ul role="list" class="after-statements">
        <For each={standing()}>
          {one => <Statement statement={one} aside={props.all.filter(other => other.replacedBy === one.id)} />}
        </For>
      </ul>
    </Show>
  )
}

function Statement(props: {
  readonly statement: VoteStatementView
  /** Handed in, and not standing. */
  readonly aside: readonly VoteStatementView[]
}): JSX.Element {
  const t = useT()
  return (
    <li class={`after-statement ui-tone-${constituencyTone[props.statement.constituency]}`}>
      <h3 class="after-statement__head">
        <span>{t(`afterVote.statements.kind.${props.statement.kind}`)}</span>
        <span class="after-statement__seat">{props.statement.organisationName}</span>
      </h3>
      <Show when={props.statement.text}>
        <p class="after-statement__words">{props.statement.text}</p>
      </Show>
      <p class="ui-small ui-muted">
        {t('afterVote.statements.by', props.statement.by, t(`motion.rank.${props.statement.rank}`))}
        {' · '}
        <TimeStamp at={props.statement.at} />
        <Show when={props.statement.afterCertification}>
          {' · '}
          {t('afterVote.statements.later')}
        </Show>
      </p>
      <Show when={props.aside.length > 0}>
        <details>
          <summary class="ui-small">{t('afterVote.statements.aside', props.aside.length)}</summary>
          <For each={props.aside}>{one => <SetAside statement={one} by={props.statement} />}</For>
        </details>
      </Show>
    </li>
  )
}

function SetAside(props: { readonly statement: VoteStatementView; readonly by: VoteStatementView }): JSX.Element {
  const t = useT()
  const because = () =>
    props.by.rank === 'head' && props.statement.rank === 'alternate'
      ? t('afterVote.statements.because.head')
      : t('afterVote.statements.because.later')
  return (
    <div class="after-statement__aside">
      <p>
        {t(`afterVote.statements.kind.${props.statement.kind}`)}
        {' · '}
        {t('afterVote.statements.by', props.statement.by, t(`motion.rank.${props.statement.rank}`))}
        {' · '}
        <TimeStamp at={props.statement.at} />
      </p>
      <Show when={props.statement.text}>
        <p class="after-statement__words">{props.statement.text}</p>
      </Show>
      <p class="ui-muted">{because()}</p>
    </div>
  )
}
