import { createUniqueId, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import type { GroupParticipation } from '../api/participation.ts'
import { AmendmentFigure } from './AmendmentFigure.tsx'
import { AttendanceFigure } from './AttendanceFigure.tsx'
import { SeatFigure } from './SeatFigure.tsx'
import { TextFigure } from './TextFigure.tsx'
import { VoteFigure } from './VoteFigure.tsx'

export type SourceName = 'sessions' | 'amendments' | 'votes' | 'texts'
export type SourceLink = (name: SourceName) => { readonly href: string; readonly label: string }

/** All that is measured of one group. */
export function GroupFigures(props: {
  readonly figures: GroupParticipation
  readonly year: number
  readonly until: number
  /** Among other groups: its name leads to its own page. */
  readonly linked?: boolean
}): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  const page = (): string => `/participation/${props.year}/${props.figures.group.id}`
  const named = (name: SourceName | 'seats'): string =>
    `${t('participation.sources.see')}: ${t(`participation.sources.${name}`)}, ${props.figures.group.name}`
  const source: SourceLink = name => ({
    href: `${props.linked ? page() : ''}#${name}`,
    label: named(name),
  })
  return (
    <section class="participation-group" aria-labelledby={id}>
      <h2 id={id} classList={{ 'ui-visually-hidden': !props.linked }}>
        <Show when={props.linked} fallback={props.figures.group.name}>
          <a href={page()}>{props.figures.group.name}</a>
        </Show>
      </h2>
      <Show when={props.figures.existed} fallback={<p>{t('participation.notYet', props.year)}</p>}>
        <div class="participation-figures">
          <SeatFigure
            seats={props.figures.seats}
            until={props.until}
            source={{ href: `/groups/${props.figures.group.id}`, label: named('seats') }}
          />
          <AttendanceFigure meetings={props.figures.meetings} source={source('sessions')} />
          <AmendmentFigure amendments={props.figures.amendments} source={source('amendments')} />
          <VoteFigure votes={props.figures.votes} source={source('votes')} />
          <TextFigure texts={props.figures.texts} source={source('texts')} />
        </div>
      </Show>
    </section>
  )
}
