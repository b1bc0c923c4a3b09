import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import ListTodo from 'lucide-solid/icons/list-todo'
import Plus from 'lucide-solid/icons/plus'
import { useT } from '#client/i18n'
import { Button, EmptyState, Panel } from '#client/ui'
import { isAhead, isUnderWay } from '#shared/meeting'
import { minuteMs } from '#shared/core'
import type { FloorAnswer, FloorItem } from '../api/meeting.ts'
import { AgendaDialogs, type AgendaIntent } from './AgendaDialogs.tsx'
import { AgendaRow } from './AgendaRow.tsx'
import { createArranging } from './arranging.ts'

/** The agenda: read by everybody, set by chair and Secretariat, before the meeting and while it is in session. [M1, M2] */
export function Agenda(props: {
  readonly floor: FloorAnswer
  readonly mayConduct: boolean
  readonly onChanged: () => Promise<void>
  /** For those who set it: what there is to know of its papers. */
  readonly hint?: string | undefined
  /** What stands below an item beside its own words, such as its papers. */
  readonly below?: ((item: FloorItem) => JSX.Element) | undefined
}): JSX.Element {
  const t = useT()
  const [intent, setIntent] = createSignal<AgendaIntent | null>(null)
  let list: HTMLOListElement | undefined
  const arranging = createArranging(
    () => props.floor.items,
    () => list,
    () => props.onChanged(),
  )
  const mayEdit = (): boolean => props.mayConduct && (isAhead(props.floor.state) || isUnderWay(props.floor.state))
  const planned = createMemo(() => props.floor.items.reduce((sum, item) => sum + item.plannedMinutes, 0))
  const room = (): number => Math.round((props.floor.endsAt - props.floor.startsAt) / minuteMs)
  return (
    <Panel
      title={t('meeting.agenda.title')}
      actions={
        <Show when={mayEdit()}>
          <Button size="small" icon={Plus} onPress={() => setIntent({ kind: 'add', below: null })}>
            {t('meeting.agenda.add')}
          </Button>
        </Show>
      }
    >
      <Show when={planned() > 0}>
        <p class={`ui-small ${planned() > room() ? 'meeting-agenda__over' : 'ui-muted'}`}>
          {planned() > room()
            ? t('meeting.agenda.over', span(planned()), span(room()))
            : t('meeting.agenda.total', span(planned()))}
        </p>
      </Show>
      <Show when={mayEdit() && arranging.order().length > 0 && props.hint}>
        {hint => <p class="ui-small ui-muted">{hint()}</p>}
      </Show>
      <Show
        when={arranging.order().length > 0}
        fallback={
          <EmptyState title={t('meeting.agenda.empty')} icon={ListTodo}>
            {mayEdit() ? t('meeting.agenda.emptyText') : t('meeting.agenda.emptyMember')}
          </EmptyState>
        }
      >
        <ol ref={element => (list = element)} role="list" class="meeting-agenda">
          <For each={arranging.order()}>
            {id => (
              <Show when={arranging.items().find(item => item.id === id)}>
                {item => (
                  <AgendaRow
                    item={item()}
                    arranging={arranging}
                    mayEdit={mayEdit()}
                    below={props.below}
                    onIntent={setIntent}
                  />
                )}
              </Show>
            )}
          </For>
        </ol>
      </Show>
      <div class="ui-visually-hidden" role="status">
        {arranging.said()}
      </div>
      <AgendaDialogs
        floor={props.floor}
        intent={intent()}
        onChanged={props.onChanged}
        onClose={() => setIntent(null)}
      />
    </Panel>
  )

  function span(minutes: number): string {
    return minutes < 60
      ? t('meeting.agenda.minutes', minutes)
      : t('meeting.agenda.hours', Math.floor(minutes / 60), minutes % 60)
  }
}
