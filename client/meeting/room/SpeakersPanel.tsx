import { createMemo, For, Show, type JSX } from 'solid-js'
import Mic from 'lucide-solid/icons/mic'
import SkipForward from 'lucide-solid/icons/skip-forward'
import Square from 'lucide-solid/icons/square'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Panel, Select } from '#client/ui'
import { callSpeaker, endSpeech, limitSpeeches, passOver, type FloorRequestView } from '../../api/room.ts'
import type { Conduct } from './conduct.ts'
import { benches, benchTone } from './presence.ts'
import { useRoom } from './room.ts'
import { speakersOf } from './speakers.ts'
import { clock, paceOf, speechMs, spokenBy } from './times.ts'

/** Who has the floor, who waits for it, and how the time was shared. The chair calls from here. [M4] */
export function SpeakersPanel(props: { readonly conduct: Conduct }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const speakers = createMemo(() => speakersOf(room.floor().floor))
  const conducts = (): boolean => room.mine().mayConduct && room.floor().state === 'inSession'
  return (
    <Panel title={t('room.speakers.title')} level={2}>
      <Show when={speakers().speaking.length > 0} fallback={<p class="ui-muted">{t('room.speakers.nobody')}</p>}>
        <For each={speakers().speaking}>{request => <Speaker request={request} conducts={conducts()} />}</For>
      </Show>
      <Show when={conducts() && speakers().waiting.length > 0 && speakers().speaking.length === 0}>
        <Button
          wide
          variant="primary"
          icon={Mic}
          busy={room.busy() === 'speaker'}
          aria-keyshortcuts="n"
          onPress={() => void props.conduct.callNextOrEnd()}
        >
          {t('room.speakers.callNext')}
        </Button>
      </Show>
      <Show
        when={speakers().waiting.length > 0}
        fallback={
          <p class="ui-muted ui-small">
            {t('room.speakers.queueEmpty')} {t('room.speakers.queueEmptyText')}
          </p>
        }
      >
        <section aria-labelledby="room-queue">
          <h3 id="room-queue" class="room-pane__part">
            {t('room.speakers.queue')} <span class="ui-muted ui-numeric">{speakers().waiting.length}</span>
          </h3>
          <ol role="list" class="room-queue">
            <For each={speakers().waiting}>
              {(request, index) => <Waiting request={request} place={index() + 1} conducts={conducts()} />}
            </For>
          </ol>
        </section>
      </Show>
      <Show when={conducts()}>
        <Limit />
      </Show>
      <Times />
    </Panel>
  )
}

function Speaker(props: { readonly request: FloorRequestView; readonly conducts: boolean }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const spent = (): number => speechMs(props.request, room.now())
  const limitMs = (): number | null => {
    const seconds = room.floor().speechLimitSeconds
    return seconds === null ? null : seconds * 1_000
  }
  return (
    <div class="room-speaker">
      <p class="ui-eyebrow">{t('room.speakers.has')}</p>
      <p class="room-speaker__name">{props.request.name}</p>
      <About request={props.request} />
      <p class={`room-speaker__time room-time--${paceOf(spent(), limitMs())}`} role="timer" aria-live="off">
        {clock(spent())}
        <Show when={limitMs()}>
          {limit => <span class="room-speaker__limit"> {t('room.speakers.limitOf', clock(limit()))}</span>}
        </Show>
      </p>
      <Show when={props.conducts}>
        <Button
          wide
          icon={Square}
          busy={room.busy() === 'speaker'}
          aria-keyshortcuts="n"
          onPress={() => void room.act('speaker', () => endSpeech(props.request.id))}
        >
          {t('room.speakers.end')}
        </Button>
      </Show>
    </div>
  )
}

function About(props: { readonly request: FloorRequestView }): JSX.Element {
  const t = useT()
  return (
    <span class="room-about">
      <span class="ui-muted">{props.request.organisationName ?? t('room.speakers.office')}</span>
      <Show when={props.request.kind === 'pointOfOrder'}>
        <Badge tone="alarm">{t('room.speakers.order')}</Badge>
      </Show>
      <Show when={props.request.constituency === 'OBSERVER'}>
        <Badge tone="observer">{t('room.speakers.observer')}</Badge>
      </Show>
    </span>
  )
}

function Waiting(props: {
  readonly request: FloorRequestView
  readonly place: number
  readonly conducts: boolean
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  return (
    <li class="room-queue__row">
      <span class="room-queue__place ui-numeric">{props.place}</span>
      <span class="room-queue__who">
        <span>{props.request.name}</span>
        <About request={props.request} />
      </span>
      <Show when={props.conducts}>
        <span class="room-queue__acts">
          <Button
            size="small"
            variant="quiet"
            icon={Mic}
            iconOnly
            onPress={() => void room.act('speaker', () => callSpeaker(props.request.id))}
          >
            {t('room.speakers.call', props.request.name)}
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={SkipForward}
            iconOnly
            onPress={() => void room.act('speaker', () => passOver(props.request.id))}
          >
            {t('room.speakers.passOver', props.request.name)}
          </Button>
        </span>
      </Show>
    </li>
  )
}

/** Seconds that a chair commonly sets. */
const limits = ['none', '60', '120', '180', '300', '600'] as const
type LimitChoice = (typeof limits)[number]

function Limit(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const seconds = (choice: LimitChoice): number | null => (choice === 'none' ? null : Number(choice))
  const chosen = (): LimitChoice | null =>
    limits.find(choice => seconds(choice) === room.floor().speechLimitSeconds) ?? null
  return (
    <Select
      label={t('room.speakers.limit')}
      options={limits.map(choice => ({
        value: choice,
        label: choice === 'none' ? t('room.speakers.noLimit') : t('room.vote.dialog.minutes', Number(choice) / 60),
      }))}
      value={chosen()}
      placeholder={clock((room.floor().speechLimitSeconds ?? 0) * 1_000)}
      onChange={choice => void room.act('limit', () => limitSpeeches(room.id, seconds(choice)))}
    />
  )
}

function Times(): JSX.Element {
  const t = useT()
  const format = useFormat()
  const room = useRoom()
  const spoken = createMemo(() => spokenBy(room.floor(), room.now()))
  const whole = (): number => benches.reduce((sum, bench) => sum + spoken()[bench], 0)
  return (
    <section aria-labelledby="room-times">
      <h3 id="room-times" class="room-pane__part">
        {t('room.speakers.times')}
      </h3>
      <Show when={whole() > 0} fallback={<p class="ui-muted ui-small">{t('room.speakers.timesEmpty')}</p>}>
        <ul role="list" class="room-times">
          <For each={benches}>
            {bench => (
              <Show when={spoken()[bench] > 0}>
                <li class={`room-times__row ui-tone-${benchTone[bench]}`}>
                  <span class="room-times__name">{t(`room.people.bench.${bench}`)}</span>
                  <span class="room-times__bar" aria-hidden="true">
                    <span style={{ 'inline-size': `${(spoken()[bench] / whole()) * 100}%` }} />
                  </span>
                  <span class="ui-numeric">
                    {clock(spoken()[bench])}
                    <span class="ui-visually-hidden">
                      {' '}
                      {t('room.speakers.share', format().percent(spoken()[bench] / whole()))}
                    </span>
                  </span>
                </li>
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
