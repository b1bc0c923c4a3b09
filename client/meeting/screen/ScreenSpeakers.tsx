import { createMemo, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { FloorRequestView } from '../../api/room.ts'
import { useRoom } from '../room/room.ts'
import { speakersOf } from '../room/speakers.ts'
import { clock, paceOf, speechMs } from '../room/times.ts'
import { createFit } from './fit.ts'

/** As many names as are legible; one less where the rest is counted. */
const namesThatFit = 3

/** Who has the floor and for how long, and who is called next. [M4] */
export function ScreenSpeakers(): JSX.Element {
  const t = useT()
  const room = useRoom()
  const speakers = createMemo(() => speakersOf(room.floor().floor))
  const shown = () => {
    const { waiting } = speakers()
    return waiting.length > namesThatFit ? waiting.slice(0, namesThatFit - 1) : waiting
  }
  const rest = (): number => speakers().waiting.length - shown().length
  const fit = createFit(() => [
    speakers().speaking[0]?.id,
    shown()
      .map(request => request.id)
      .join(),
  ])
  return (
    <aside ref={fit.box} class="screen-speakers" aria-label={t('room.speakers.title')}>
      <Show
        when={speakers().speaking[0]}
        fallback={<p class="screen__small screen__quiet">{t('room.screen.nobody')}</p>}
      >
        {request => <Speaker request={request()} />}
      </Show>
      <Show when={speakers().waiting.length > 0}>
        <h2 class="screen-speakers__label">{t('room.screen.next')}</h2>
        <ol role="list" class="screen-speakers__queue">
          <For each={shown()}>
            {request => (
              <li>
                <span class="screen-speakers__next">{request.name}</span>
                <span class="screen__quiet">
                  <Show when={request.kind === 'pointOfOrder'}>
                    <strong class="screen-speakers__order">{t('room.speakers.order')}</strong>
                    {' · '}
                  </Show>
                  {aboutOf(request, t('room.speakers.office'))}
                </span>
              </li>
            )}
          </For>
        </ol>
        <Show when={rest() > 0}>
          <p class="screen__small screen__quiet">{t('room.screen.more', rest())}</p>
        </Show>
      </Show>
    </aside>
  )
}

const aboutOf = (request: FloorRequestView, office: string): string => request.organisationName ?? office

function Speaker(props: { readonly request: FloorRequestView }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const spent = (): number => speechMs(props.request, room.now())
  const limitMs = (): number | null => {
    const seconds = room.floor().speechLimitSeconds
    return seconds === null ? null : seconds * 1_000
  }
  return (
    <div class="screen-speaker">
      <h2 class="screen-speakers__label">
        {props.request.kind === 'pointOfOrder' ? t('room.speakers.order') : t('room.screen.speaks')}
      </h2>
      <p class="screen-speaker__name">{props.request.name}</p>
      <p class="screen__small screen__quiet">
        {aboutOf(props.request, t('room.speakers.office'))}
        {props.request.constituency === 'OBSERVER' ? ` · ${t('room.speakers.observer')}` : ''}
      </p>
      <p class={`screen-speaker__time room-time--${paceOf(spent(), limitMs())}`} role="timer" aria-live="off">
        {clock(spent())}
        <Show when={limitMs()}>
          {limit => <span class="screen-speaker__limit"> {t('room.speakers.limitOf', clock(limit()))}</span>}
        </Show>
      </p>
    </div>
  )
}
