import { Match, Show, Switch, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import {
  takeUpMinutes,
  type CorrectionEntry,
  type MeetingOfMinutes,
  type MinutesAnswer,
  type MinutesPart,
} from '../api/minutes.ts'
import { CirculateDialog } from './CirculateDialog.tsx'
import { DisposeDialog } from './DisposeDialog.tsx'
import { ErratumDialog } from './ErratumDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { StatementDialog } from './StatementDialog.tsx'
import { TakersDialog } from './TakersDialog.tsx'

/** The act on the minutes that the reader is about to do. */
export type Wish =
  | { readonly act: 'takers' | 'circulate' | 'takeUp' | 'erratum' }
  | { readonly act: 'statement'; readonly part: MinutesPart }
  | { readonly act: 'propose'; readonly part: MinutesPart; readonly quote: string }
  | { readonly act: 'dispose'; readonly correction: CorrectionEntry; readonly accept: boolean }

function only<A extends Wish['act']>(wish: Wish, act: A): Extract<Wish, { readonly act: A }> | undefined {
  return isOf(wish, act) ? wish : undefined
}

function isOf<A extends Wish['act']>(wish: Wish, act: A): wish is Extract<Wish, { readonly act: A }> {
  return wish.act === act
}

/** The dialog of the act that is wished for. */
export function Dialogs(props: {
  readonly wish: Wish
  readonly meeting: MeetingOfMinutes
  readonly minutes: MinutesAnswer
  readonly onChange: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const done = (): void => {
    props.onClose()
    props.onChange()
  }
  const all = { onDone: done, onRefused: () => props.onChange(), onClose: () => props.onClose() }
  const groupIds = (): readonly string[] => [
    ...new Set([props.minutes.group.id, ...props.meeting.bodies.map(body => body.id)]),
  ]
  return (
    <Switch>
      <Match when={props.wish.act === 'takers'}>
        <TakersDialog minutes={props.minutes} groupIds={groupIds()} {...all} />
      </Match>
      <Match when={props.wish.act === 'circulate'}>
        <CirculateDialog minutes={props.minutes} {...all} />
      </Match>
      <Match when={props.wish.act === 'takeUp'}>
        <FormDialog
          title={t('minutes.takeUp.title')}
          confirmLabel={t('minutes.act.takeUp')}
          done={t('minutes.takeUp.done')}
          act={() => takeUpMinutes(props.minutes.meetingId)}
          {...all}
        >
          <p>{t('minutes.takeUp.text')}</p>
        </FormDialog>
      </Match>
      <Match when={props.wish.act === 'erratum'}>
        <Show when={props.minutes.id}>{id => <ErratumDialog minutesId={id()} {...all} />}</Show>
      </Match>
      <Match when={only(props.wish, 'statement')}>
        {wish => (
          <StatementDialog
            meetingId={props.minutes.meetingId}
            part={wish().part}
            seats={props.minutes.statementSeats}
            {...all}
          />
        )}
      </Match>
      <Match when={only(props.wish, 'propose')}>
        {wish => (
          <Show when={props.minutes.id}>
            {id => (
              <ProposeDialog
                minutesId={id()}
                part={wish().part}
                quote={wish().quote}
                isCirculated={props.minutes.state !== 'corrections'}
                seats={props.minutes.correctionSeats}
                {...all}
              />
            )}
          </Show>
        )}
      </Match>
      <Match when={only(props.wish, 'dispose')}>
        {wish => <DisposeDialog correction={wish().correction} accept={wish().accept} {...all} />}
      </Match>
    </Switch>
  )
}
