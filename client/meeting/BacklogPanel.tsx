import { createSignal, For, Show, type JSX } from 'solid-js'
import ListPlus from 'lucide-solid/icons/list-plus'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { useT } from '#client/i18n'
import { Button, Panel, showToast } from '#client/ui'
import type { Result } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { createFetched } from '../api/fetched.ts'
import { fetchBacklog, proposeItem, strikeItem, takeFromBacklog, type BacklogItem } from '../api/meeting.ts'
import { sentenceFor } from '../api/sentence.ts'
import { ItemDialog } from './ItemDialog.tsx'

/** What waits for a meeting of a group; onto this meeting's agenda, where one is given. [M2, M7] */
export function BacklogPanel(props: {
  readonly group: { readonly id: string; readonly name: string }
  readonly mayConduct: boolean
  /** The meeting whose agenda is being set. */
  readonly meetingId?: string | undefined
}): JSX.Element {
  const t = useT()
  const backlog = createFetched(() => fetchBacklog(props.group.id), ['meeting'])
  const [adding, setAdding] = createSignal(false)
  const [busy, setBusy] = createSignal<string | null>(null)
  const items = (): readonly BacklogItem[] => backlog.value()?.items ?? []

  const act = async (item: BacklogItem, send: () => Promise<Result<void, ApiProblem>>, done: string): Promise<void> => {
    setBusy(item.id)
    const made = await send()
    await backlog.refetch()
    setBusy(null)
    if (made.ok) showToast(done)
    else showToast(sentenceFor(t, made.problem), 'alarm')
  }
  return (
    <Panel
      title={t('meeting.backlog.title')}
      actions={
        <Show when={props.mayConduct}>
          <Button size="small" icon={Plus} onPress={() => setAdding(true)}>
            {t('meeting.backlog.add')}
          </Button>
        </Show>
      }
    >
      <Show
        when={items().length > 0}
        fallback={
          <p class="ui-muted ui-small">
            {props.mayConduct ? t('meeting.backlog.empty') : t('meeting.backlog.emptyMember')}
          </p>
        }
      >
        <ul role="list" class="meeting-waiting">
          <For each={items()}>
            {item => (
              <li class="ui-stack ui-stack--tight" classList={{ 'meeting-waiting__sub': item.parentId !== null }}>
                <span>{item.title}</span>
                <Show when={item.carriedFrom}>
                  {from => (
                    <a class="ui-small" href={`/meetings/${from().meetingId}`}>
                      {t('meeting.backlog.from', from().title)}
                    </a>
                  )}
                </Show>
                <Show when={props.mayConduct && item.parentId === null}>
                  <div class="ui-row ui-row--tight">
                    <Show when={props.meetingId}>
                      {meetingId => (
                        <Button
                          size="small"
                          icon={ListPlus}
                          busy={busy() === item.id}
                          aria-label={t('meeting.backlog.takeNamed', item.title)}
                          onPress={() =>
                            void act(
                              item,
                              () => takeFromBacklog(meetingId(), item.id),
                              t('meeting.backlog.taken', item.title),
                            )
                          }
                        >
                          {t('meeting.backlog.take')}
                        </Button>
                      )}
                    </Show>
                    <Button
                      size="small"
                      variant="quiet"
                      icon={Trash}
                      iconOnly
                      onPress={() => void act(item, () => strikeItem(item.id), t('meeting.backlog.struck', item.title))}
                    >
                      {t('meeting.backlog.strike', item.title)}
                    </Button>
                  </div>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={adding()}>
        <ItemDialog
          title={t('meeting.backlog.addTitle')}
          confirmLabel={t('meeting.item.add')}
          done={item => t('meeting.agenda.added', item)}
          item={null}
          bodies={[props.group.id]}
          seats={[]}
          act={body => proposeItem(props.group.id, body)}
          onDone={() => void backlog.refetch()}
          onClose={() => setAdding(false)}
        />
      </Show>
    </Panel>
  )
}
