/**
 * Figures of a year as a table (RFC 4180), one line a group, for a spreadsheet. Its header names what is counted, in words
 * that stay the same whatever the language of the reader, so that years can be laid one upon another.
 */
import { constituencies } from '#shared/group'
import { authorKinds, ngoStands, voteEnds } from '#shared/participation'
import type { GroupParticipation, ParticipationAnswer } from '#shared/participation/schema'

type Cell = readonly [name: string, value: string | number]

/** A spreadsheet takes a file without it for one in the letters of its own country. */
const byteOrderMark = '\uFEFF'

export function participationCsv({ year, until, groups }: ParticipationAnswer): string {
  const lines = groups.map(group => cellsOf(group, year, until))
  const [first] = lines
  const header = first ? [first.map(([name]) => name)] : []
  const rows = [...header, ...lines.map(cells => cells.map(([, value]) => value))]
  return byteOrderMark + rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')
}

/** What a spreadsheet would take for a formula is kept from it by an apostrophe. */
function quoted(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cellsOf(figures: GroupParticipation, year: number, until: number): readonly Cell[] {
  const { group, existed, seats, meetings, amendments, votes, texts } = figures
  return [
    ['year', year],
    ['until_utc', new Date(until).toISOString()],
    ['group_code', group.code],
    ['group_name', group.name],
    ['group_existed', existed ? 1 : 0],
    ['ngo_seats_end', seats.ngo],
    ['ngo_seats_least', seats.least],
    ['ngo_seats_most', seats.most],
    ['voting_seats_end', seats.voting],
    ['ngo_seats_minimum', seats.minimum],
    ['days_below_minimum', seats.shortDays],
    ['sessions_held', meetings.held],
    ['sessions_with_ngo', meetings.withNgo],
    ...constituencies.flatMap((of): readonly Cell[] => {
      const { invited, present, invitedSeconds, presentSeconds } = meetings.attendance[of]
      const name = of.toLowerCase()
      return [
        [`${name}_seats_invited`, invited],
        [`${name}_seats_present`, present],
        [`${name}_seconds_invited`, invitedSeconds],
        [`${name}_seconds_present`, presentSeconds],
        [`${name}_seconds_spoken`, Math.round(meetings.spokenMs[of] / 1_000)],
      ]
    }),
    ...(['ngo', 'others'] as const).flatMap(of =>
      Object.entries(amendments[of]).map(([name, value]): Cell => [`${of}_amendments_${snake(name)}`, value]),
    ),
    ['votes_ended', votes.ended],
    ...ngoStands.flatMap(stand =>
      voteEnds.map((end): Cell => [`votes_ngo_${stand.toLowerCase()}_${snake(end)}`, votes.stands[stand][end]]),
    ),
    ...Object.entries(votes.untold).map(([name, value]): Cell => [`votes_untold_${snake(name)}`, value]),
    ['ngo_ballots_possible', votes.ngo.seats],
    ['ngo_ballots_cast', votes.ngo.cast],
    ['other_ballots_possible', votes.others.seats],
    ['other_ballots_cast', votes.others.cast],
    ['sections', texts.sections],
    ...(['adopted', 'working'] as const).flatMap((of): readonly Cell[] => [
      [`${of}_text_sections`, texts[of].sections],
      [`${of}_text_sections_uncounted`, texts[of].uncounted],
      ...authorKinds.map((author): Cell => [`${of}_text_letters_${author.toLowerCase()}`, texts[of].letters[author]]),
    ]),
  ]
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
