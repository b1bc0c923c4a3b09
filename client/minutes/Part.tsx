import { Show, type JSX } from 'solid-js'
import MessageSquareQuote from 'lucide-solid/icons/message-square-quote'
import PencilLine from 'lucide-solid/icons/pencil-line'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import { Button } from '#client/ui'
import type { Block, StatementBlock } from '#shared/minutes'
import type { CorrectionEntry, MinutesAnswer, MinutesPart } from '../api/minutes.ts'
import { AddActionItem } from './AddActionItem.tsx'
import { Blocks } from './blocks/Blocks.tsx'
import { Corrections } from './Corrections.tsx'
import { FixedPart } from './FixedPart.tsx'
import { LivePart } from './LivePart.tsx'
import { partName } from './part-name.ts'
import { createUnchanged } from './unchanged.ts'

export interface PartActs {
  readonly onStatement: (part: MinutesPart) => void
  readonly onPropose: (part: MinutesPart, quote: string) => void
  readonly onDispose: (correction: CorrectionEntry, accept: boolean) => void
  readonly onTurnedAway: () => void
  readonly onActionItem: () => void
}

/** Stand before the words; what was decided stands after them. */
const before: readonly Block['type'][] = ['attendance', 'quorum', 'text', 'postponed']

/** One item of the minutes: what the meeting established, the words, and what seats propose to them. */
export function Part(props: {
  readonly minutes: MinutesAnswer
  readonly part: MinutesPart
  /** IANA name of the meeting's time zone. */
  readonly timeZone: string
  readonly acts: PartActs
  readonly writing: boolean
  readonly onWrite: (writing: boolean) => void
}): JSX.Element {
  const t = useT()
  const blocks = createUnchanged(() => props.part.blocks)
  const corrections = () => props.minutes.corrections.filter(({ itemId }) => itemId === (props.part.item?.id ?? null))
  const isWritten = (): boolean =>
    props.minutes.state === 'live' || (props.minutes.state === 'corrections' && props.minutes.mayWrite)
  const mayPropose = (): boolean => props.minutes.correctionSeats.some(seat => seat.constituency !== 'OBSERVER')
  const mayAddActionItem = (): boolean => props.minutes.mayWrite
  const propose = () => (mayPropose() ? (quote: string) => props.acts.onPropose(props.part, quote) : undefined)
  const heading = (): string => `part-${props.part.documentId}`
  const statementActs = (statement: StatementBlock): JSX.Element => (
    <Show when={props.minutes.correctionSeats.some(seat => seat.seatId === statement.seat.seatId)}>
      <div class="ui-no-print">
        <Button size="small" icon={PencilLine} onPress={() => props.acts.onPropose(props.part, statement.text)}>
          {t('minutes.correction.ownStatement')}
        </Button>
      </div>
    </Show>
  )
  return (
    <section class="minutes-part" aria-labelledby={heading()}>
      <h2 id={heading()} class="minutes-part__title">
        <Show when={props.part.item} fallback={t('minutes.general')}>
          {item => (
            <>
              <span class="minutes-part__number">{item().number}</span> {itemTitle(t, item())}
            </>
          )}
        </Show>
      </h2>
      <Blocks blocks={blocks().filter(block => before.includes(block.type))} />
      <Show when={isWritten()} fallback={<FixedPart part={props.part} onPropose={propose()} />}>
        <LivePart
          part={props.part}
          mayWrite={props.minutes.mayWrite}
          writing={props.writing}
          onWrite={props.onWrite}
          onTurnedAway={props.acts.onTurnedAway}
        />
      </Show>
      <Blocks
        blocks={blocks().filter(block => !before.includes(block.type))}

        statementActs={statementActs}
      />
      <Corrections
        corrections={corrections()}

        isPast={props.minutes.seal !== null}
        onDispose={props.minutes.mayDispose ? props.acts.onDispose : undefined}
      />
      <Show when={mayPropose() || mayAddActionItem() || props.minutes.statementSeats.length > 0}>
        <div class="ui-row ui-row--tight ui-no-print minutes-part__acts">
          <Show when={mayAddActionItem()}>
            <AddActionItem
              minutes={props.minutes}
              part={props.part}
              timeZone={props.timeZone}
              onDone={() => props.acts.onActionItem()}
            />
          </Show>
          <Show when={mayPropose()}>
            <Button
              size="small"
              variant="quiet"
              icon={PencilLine}
              aria-label={t('minutes.correction.proposeTo', partName(t, props.part.item))}
              onPress={() => props.acts.onPropose(props.part, '')}
            >
              {t('minutes.correction.propose')}
            </Button>
          </Show>
          <Show when={props.minutes.statementSeats.length > 0}>
            <Button
              size="small"
              variant="quiet"
              icon={MessageSquareQuote}
              aria-label={t('minutes.statement.fileTo', partName(t, props.part.item))}
              onPress={() => props.acts.onStatement(props.part)}
            >
              {t('minutes.statement.file')}
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  )
}
