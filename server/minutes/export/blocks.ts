import { assertNever, type Instant } from '#shared/core'
import type { Tally } from '#shared/motion'
import type {
  ActionItemBlock,
  Attendee,
  AttendanceBlock,
  Block,
  ElectionBlock,
  MotionBlock,
  QuorumBlock,
  SeatName,
  VoteQuorum,
  VoteStatement,
} from '#shared/minutes'
import type { NarrativeNode } from '#shared/narrative'
import { paragraph, quote, table, words } from './nodes.ts'
import type { Words } from './words.ts'

export interface Telling {
  readonly words: Words
  /** Hours and minutes in the meeting's time zone. */
  time(at: Instant): string
  /** A calendar day, `2026-12-31`. */
  day(date: string): string
  /** The day of a moment in the meeting's time zone. */
  dayAt(at: Instant): string
}

/** The locked blocks of one part as narrative. Action items that follow each other are one table. */
export function tellBlocks(blocks: readonly Block[], telling: Telling): readonly NarrativeNode[] {
  const actions = blocks.filter(block => block.type === 'actionItem')
  const told = blocks.flatMap(block => tell(block, telling))
  return actions.length === 0 ? told : [...told, ...tellActions(actions, telling)]
}

function tell(block: Block, telling: Telling): readonly NarrativeNode[] {
  const { words: said, time } = telling
  switch (block.type) {
    case 'attendance':
      return tellAttendance(block, telling)
    case 'quorum':
      return tellQuorum(block, telling)
    case 'text':
      return [
        paragraph(...words(said.text(block.title), 'strong')),
        paragraph(...words(`${said.digest} ${block.digest}`)),
      ]
    case 'motion':
      return tellMotion(block, telling)
    case 'statement': {
      const by = said.statement(nameOf(block.seat), block.personName, time(block.at))
      return [quote(paragraph(...words(by, 'strong')), ...linesOf(block.text))]
    }
    case 'postponed':
      return [paragraph(...words(said.postponed, 'em'))]
    case 'actionItem':
      return []
    default:
      return assertNever(block)
  }
}

function tellAttendance({ seats, officers }: AttendanceBlock, telling: Telling): readonly NarrativeNode[] {
  const { attendance, colon } = telling.words
  const rows = seats.map(seat => [
    nameOf(seat),
    attendance.constituencies[seat.constituency],
    seat.persons.map(({ name, manner }) => `${name}, ${attendance.manners[manner]}`).join('\n') || attendance.nobody,
    seat.persons.map(person => staysOf(person, telling)).join('\n'),
  ])
  const present = officers.map(officer => `${officer.name} (${staysOf(officer, telling)})`).join('; ')
  return [
    paragraph(...words(attendance.title, 'strong')),
    table([attendance.seat, attendance.sitsFor, attendance.persons, attendance.times], rows),
    ...(present === '' ? [] : [paragraph(...words(`${attendance.officers}${colon}`, 'strong'), ...words(present))]),
  ]
}

function staysOf({ stays }: Attendee, { words: said, time }: Telling): string {
  const { toTheEnd } = said.attendance
  return stays.map(({ from, until }) => `${time(from)}–${until === null ? toTheEnd : time(until)}`).join(', ')
}

function tellQuorum({ at, groups }: QuorumBlock, { words: { quorum }, time }: Telling): readonly NarrativeNode[] {
  const rows = groups.map(({ group, seats, present, needed, ngoSeats, ngoPresent, ngoNeeded, quorate }) => [
    group.name,
    quorum.of(present, seats, needed),
    quorum.of(ngoPresent, ngoSeats, ngoNeeded),
    quorate ? quorum.yes : quorum.no,
  ])
  return [
    paragraph(...words(quorum.title(time(at)), 'strong')),
    table([quorum.group, quorum.present, quorum.ngo, quorum.reached], rows),
  ]
}

function tellMotion(block: MotionBlock, telling: Telling): readonly NarrativeNode[] {
  return [...tellVote(block, telling), ...(block.statements ?? []).map(one => tellVoteStatement(one, telling))]
}

/** In the seat's own words; no person is named. [V13] */
function tellVoteStatement(one: VoteStatement, { words: { motion }, dayAt }: Telling): NarrativeNode {
  const head = one.afterCertification ? motion.saidLate : motion.said
  const by = head(motion.kinds[one.kind], nameOf(one.seat), dayAt(one.at), one.number)
  return quote(paragraph(...words(by, 'strong')), ...linesOf(one.text))
}

function tellVote(block: MotionBlock, { words: said }: Telling): readonly NarrativeNode[] {
  const { motion } = said
  const { title, digest, decision, method, outcome, grade, tally, ngoTally, quorum } = block
  const called = decision ? motion.decision(`${decision.year}/${decision.number}`) : motion.title
  const lead = [
    paragraph(...words(`${called}${said.colon}${title}`, 'strong')),
    paragraph(...words(`${said.digest} ${digest}`)),
  ]
  if (outcome === null || !tally || !ngoTally) return [...lead, paragraph(...words(motion.open))]
  const breadth = grade && [motion.levels[grade.level], ...(grade.suffix ? [motion.suffixes[grade.suffix]] : [])]
  const found = [motion.outcomes[outcome], ...(breadth ?? [])].join(', ')
  if (block.election) return [...lead, ...tellElection(block.election, found, said)]
  const named = method === 'CONSENSUS' || method === 'SILENCE' ? motion.methods[method] : null
  const columnWords = { ...motion, ...named }
  const columns = ['yes', 'no', 'abstain', 'presentNotVoting', 'recused', 'notCast'] as const
  const row = (name: string, counts: Tally) => [
    name,
    String(counts.seats),
    ...columns.map(column => String(counts[column])),
  ]
  return [
    ...lead,
    paragraph(...words(`${named ? `${named.name}${said.colon}` : ''}${found}.`, 'strong')),
    table(
      ['', motion.seats, ...columns.map(column => columnWords[column])],
      [row(motion.all, tally), row(motion.ngo, ngoTally)],
    ),
    ...tellVoteQuorum(quorum ?? null, said),
  ]
}

/** What each candidate got, and the blank papers; no seat's choice is known. [V12] */
function tellElection({ candidates, blank }: ElectionBlock, found: string, said: Words): readonly NarrativeNode[] {
  const { name, candidate, papers, blank: blankWord, elected } = said.motion.election
  return [
    paragraph(...words(`${name}${said.colon}${found}.`, 'strong')),
    table(
      [candidate, papers],
      [
        ...candidates.map(one => [one.elected ? `${one.name} (${elected})` : one.name, String(one.votes)]),
        [blankWord, String(blank)],
      ],
    ),
  ]
}

/** Who was there and who was needed, where the vote asked. [V6, V7] */
function tellVoteQuorum(found: VoteQuorum | null, { motion, quorum }: Words): readonly NarrativeNode[] {
  const asked = [[motion.opening, found?.opening ?? null] as const, [motion.closing, found?.closing ?? null] as const]
  const rows = asked.flatMap(([when, counts]) =>
    counts === null
      ? []
      : [
          [
            when,
            quorum.of(counts.present, counts.seats, counts.needed),
            quorum.of(counts.ngoPresent, counts.ngoSeats, counts.ngoNeeded),
          ],
        ],
  )
  return rows.length === 0 ? [] : [table([motion.quorum, motion.all, motion.ngo], rows)]
}

function tellActions(items: readonly ActionItemBlock[], { words: said, day }: Telling): readonly NarrativeNode[] {
  const { title, what, owner, due } = said.action
  return [
    paragraph(...words(title, 'strong')),
    table(
      [what, owner, due],
      items.map(item => [item.text, nameOf(item.owner), day(item.dueOn)]),
    ),
  ]
}

function linesOf(text: string): readonly NarrativeNode[] {
  return text === '' ? [] : text.split(/\n+/).map(line => paragraph(...words(line)))
}

function nameOf({ label, organisationName }: SeatName): string {
  return organisationName ?? label
}
