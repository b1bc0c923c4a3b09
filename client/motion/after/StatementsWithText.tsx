import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { isAdopted } from '#shared/motion'
import type { VoteStatementView } from '../../api/after-vote.ts'
import { StatementList } from './Statements.tsx'
import type { TextVotes } from './text-votes.ts'
import './after.css'

interface Props {
  readonly votes: TextVotes
  readonly subjectId: string
  /** Number of the version, where they stand below a text that goes on. */
  readonly toVersion?: number | undefined
}

/** The seats' statements to the vote that adopted a text, printed with it. [V9] */
export function StatementsWithText(props: Props): JSX.Element {
  const adopting = () => props.votes.on(props.subjectId).find(({ outcome }) => isAdopted(outcome ?? 'OPEN'))
  return (
    <Show when={adopting()?.id} keyed>
      {id => <Printed votes={props.votes} motionId={id} toVersion={props.toVersion} />}
    </Show>
  )
}

function Printed(props: {
  readonly votes: TextVotes
  readonly motionId: string
  readonly toVersion: number | undefined
}): JSX.Element {
  const t = useT()
  const fetched = props.votes.after(props.motionId)
  const title = (): string => {
    const { toVersion } = props
    return toVersion === undefined
      ? t('afterVote.statements.withText')
      : t('afterVote.statements.withVersion', toVersion)
  }
  const all = () => fetched?.value()?.statements ?? []
  const isLater = ({ afterCertification }: VoteStatementView): boolean => afterCertification
  const hasStanding = (later: boolean): boolean => all().some(one => !one.replaced && isLater(one) === later)
  return (
    <>
      <Show when={hasStanding(false)}>
        <section class="after-printed" aria-label={title()}>
          <h2>{title()}</h2>
          <StatementList all={all()} which={one => !isLater(one)} />
        </section>
      </Show>
      <Show when={hasStanding(true)}>
        <section class="after-printed" aria-label={t('afterVote.statements.later')}>
          <h2>{t('afterVote.statements.later')}</h2>
          <p class="ui-small ui-muted">{t('afterVote.statements.laterLead')}</p>
          <StatementList all={all()} which={isLater} />
        </section>
      </Show>
    </>
  )
}
