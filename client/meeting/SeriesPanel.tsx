import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show, type JSX } from 'solid-js'
import Repeat from 'lucide-solid/icons/repeat'
import { FormDialog } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Panel, showToast } from '#client/ui'
import type { GroupSummary } from '../api/group.ts'
import { draftNextInSeries, endSeries, type Series } from '../api/meeting.ts'
import { newActKey } from '../api/motion.ts'
import { sentenceFor } from '../api/sentence.ts'
import { SeriesDialog } from './SeriesDialog.tsx'

/** The series of a group, and the act that plans the next meeting of each. [M7] */
export function SeriesPanel(props: {
  readonly group: GroupSummary
  readonly series: readonly Series[]
  readonly now: number
  readonly mayConduct: boolean
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [adding, setAdding] = createSignal(false)
  const [ending, setEnding] = createSignal<Series | null>(null)
  const [busy, setBusy] = createSignal<string | null>(null)

  const planNext = async ({ id, next }: Series): Promise<void> => {
    setBusy(id)
    const drafted = await draftNextInSeries(id, next?.startsAt ?? 0, newActKey())
    setBusy(null)
    if (!drafted.ok) return showToast(sentenceFor(t, drafted.problem), 'alarm')
    showToast(t('meeting.edit.made'))
    navigate(`/meetings/${drafted.value.id}`)
  }
  return (
    <Panel
      title={t('meeting.series.title')}
      actions={
        <Show when={props.mayConduct}>
          <Button size="small" icon={Repeat} onPress={() => setAdding(true)}>
            {t('meeting.series.add')}
          </Button>
        </Show>
      }
    >
      <Show when={props.series.length > 0} fallback={<p class="ui-muted ui-small">{t('meeting.series.empty')}</p>}>
        <ul role="list" class="meeting-waiting">
          <For each={props.series}>
            {one => (
              <li class="ui-stack ui-stack--tight">
                <strong>{one.title}</strong>
                <span class="ui-small ui-muted">
                  {t('meeting.series.every', one.everyWeeks, one.localTime)} · {one.timeZone}
                </span>
                <Show
                  when={one.endedAt === null && one.next}
                  fallback={
                    <span>
                      <Badge>{t('meeting.series.ended')}</Badge>
                    </span>
                  }
                >
                  {next => (
                    <span class="ui-small">
                      {t('meeting.series.next', format().inZone(one.timeZone).dateTime(next().startsAt))}
                    </span>
                  )}
                </Show>
                <Show when={props.mayConduct && one.endedAt === null}>
                  <div class="ui-row ui-row--tight">
                    <Button size="small" busy={busy() === one.id} onPress={() => void planNext(one)}>
                      {t('meeting.series.draftNext')}
                    </Button>
                    <Button size="small" variant="quiet" onPress={() => setEnding(one)}>
                      {t('meeting.series.end')}
                    </Button>
                  </div>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={adding()}>
        <SeriesDialog group={props.group} now={props.now} onClose={() => setAdding(false)} />
      </Show>
      <Show when={ending()} keyed>
        {one => (
          <FormDialog
            title={t('meeting.series.endTitle')}
            description={t('meeting.series.endText', one.title)}
            confirmLabel={t('meeting.series.end')}
            cancelLabel={t('meeting.series.endKeep')}
            danger
            size="small"
            done={t('meeting.series.endedToast')}
            act={() => endSeries(one.id)}
            onClose={() => setEnding(null)}
          />
        )}
      </Show>
    </Panel>
  )
}
