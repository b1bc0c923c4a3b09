import { For, type JSX } from 'solid-js'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import { useT } from '#client/i18n'
import { assertNever } from '#shared/core'
import type { Block, StatementBlock } from '#shared/minutes'
import { ActionItemFacts } from './ActionItemFacts.tsx'
import { AttendanceFacts } from './AttendanceFacts.tsx'
import { LockedBlock } from './LockedBlock.tsx'
import { QuorumFacts } from './QuorumFacts.tsx'
import { Statement } from './Statement.tsx'
import { TextFacts } from './TextFacts.tsx'
import { VoteFacts } from './VoteFacts.tsx'

export interface BlocksProps {
  readonly blocks: readonly Block[]
  /** What the reader may do with a statement, below it. */
  readonly statementActs?: ((statement: StatementBlock) => JSX.Element) | undefined
}

/** The locked blocks of one part, in the order in which the minutes have them. */
export function Blocks(props: BlocksProps): JSX.Element {
  return <For each={props.blocks}>{block => <OneBlock {...props} block={block} />}</For>
}

function OneBlock(props: BlocksProps & { readonly block: Block }): JSX.Element {
  const t = useT()
  // A list keeps its entry as long as it is the same block: its kind never changes.
  const { block } = props
  switch (block.type) {
    case 'attendance':
      return <AttendanceFacts block={block} />
    case 'quorum':
      return <QuorumFacts block={block} />
    case 'text':
      return <TextFacts block={block} />
    case 'motion':
      return <VoteFacts block={block} />
    case 'statement':
      return <Statement block={block} actions={props.statementActs?.(block)} />
    case 'actionItem':
      return <ActionItemFacts block={block} />
    case 'postponed':
      return (
        <LockedBlock title={t('minutes.blocks.postponed.title')} icon={CalendarClock}>
          <p>{t('minutes.blocks.postponed.text')}</p>
        </LockedBlock>
      )
    default:
      return assertNever(block)
  }
}
