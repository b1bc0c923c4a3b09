import { describe, expect, test } from 'vitest'
import { asId, type GroupId, type PersonId, type SeatId } from '#shared/core'
import type { Constituency } from '#shared/group'
import type { Office } from '#shared/people'
import type { Actor, ActorSeat } from './actor.ts'
import { can, type Subject } from './can.ts'
import { access, type Action } from './table.ts'

const nwg = asId<GroupId>('nwg')
const prevention = asId<GroupId>('prevention')
const children = asId<GroupId>('children')

function seatIn(groupId: GroupId, holder: string, constituency: Constituency = 'STATE'): ActorSeat {
  return { seatId: asId<SeatId>(`${groupId}-${holder}`), groupId, constituency, rank: 'head' }
}

function person(name: string, part: { offices?: Office[]; seats?: ActorSeat[]; chairs?: GroupId[] }): Actor {
  return { personId: asId<PersonId>(name), offices: [], seats: [], chairs: [], confidential: true, ...part }
}

/** One person of each sort; the chair and the member sit in the same group, the neighbour in another. */
const cast = {
  coordinator: person('coordinator', { offices: ['nationalCoordinator'], chairs: [nwg] }),
  secretariat: person('secretariat', { offices: ['secretariat'] }),
  nwgMember: person('nwgMember', { seats: [seatIn(nwg, 'interior')] }),
  chair: person('chair', { seats: [seatIn(prevention, 'labour')], chairs: [prevention] }),
  member: person('member', { seats: [seatIn(prevention, 'ngo', 'NGO')] }),
  neighbour: person('neighbour', { seats: [seatIn(children, 'welfare')] }),
  childrenChair: person('childrenChair', { seats: [seatIn(children, 'child-agency')], chairs: [children] }),
  observer: person('observer', { seats: [seatIn(children, 'io', 'OBSERVER')] }),
  rapporteur: person('rapporteur', { offices: ['rapporteur'] }),
} as const

type Who = keyof typeof cast
const everybody = Object.keys(cast) as Who[]
const everybodyBut = (...left: Who[]): Who[] => everybody.filter(who => !left.includes(who))

const ofPrevention: Subject = { groupId: prevention, groupKind: 'twg' }
const ofChildren: Subject = { groupId: children, groupKind: 'twg' }
const ofNwg: Subject = { groupId: nwg, groupKind: 'nwg' }

interface Row {
  readonly action: Action
  readonly on?: string
  readonly subject?: Subject
  readonly may: readonly Who[]
}

const rows: readonly Row[] = [
  { action: 'workspace.read', may: everybody },
  { action: 'participation.read', may: everybody },
  { action: 'person.manage', may: ['secretariat'] },
  { action: 'office.appoint', may: ['secretariat'] },
  { action: 'group.manage', may: ['secretariat'] },

  { action: 'section.read', on: 'a section of Prevention', subject: ofPrevention, may: everybodyBut('observer') },
  { action: 'section.read', on: 'a section of Children', subject: ofChildren, may: everybody },
  { action: 'section.edit', on: 'a section of Prevention', subject: ofPrevention, may: ['chair', 'member'] },
  { action: 'section.edit', on: 'a section of Children', subject: ofChildren, may: ['neighbour', 'childrenChair'] },
  {
    action: 'section.edit',
    on: 'a section of the NWG',
    subject: ofNwg,
    may: ['coordinator', 'secretariat', 'nwgMember'],
  },
  {
    action: 'section.comment',
    on: 'a section of Prevention',
    subject: ofPrevention,
    may: everybodyBut('observer', 'rapporteur'),
  },
  { action: 'section.comment', on: 'a section of Children', subject: ofChildren, may: everybodyBut('rapporteur') },
  { action: 'section.arrange', on: 'the outline', subject: ofPrevention, may: ['secretariat'] },
  { action: 'section.closeText', on: 'a section of Prevention', subject: ofPrevention, may: ['chair'] },
  { action: 'section.closeText', on: 'a section of Children', subject: ofChildren, may: ['childrenChair'] },
  { action: 'section.closeText', on: 'a section of the NWG', subject: ofNwg, may: ['coordinator', 'secretariat'] },
  { action: 'section.resumeText', on: 'a section of Prevention', subject: ofPrevention, may: ['secretariat'] },
  { action: 'section.resumeText', on: 'a section of the NWG', subject: ofNwg, may: ['secretariat'] },
  { action: 'section.submit', on: 'a section of Prevention', subject: ofPrevention, may: ['chair', 'member'] },
  { action: 'section.submit', on: 'a section of the NWG', subject: ofNwg, may: ['coordinator', 'nwgMember'] },
  {
    action: 'section.withdraw',
    on: 'a version that the member submitted',
    subject: { ...ofPrevention, sponsorId: cast.member.personId },
    may: ['chair', 'member'],
  },
  {
    action: 'section.withdraw',
    on: 'a version that the chair submitted',
    subject: { ...ofPrevention, sponsorId: cast.chair.personId },
    may: ['chair'],
  },
  { action: 'version.read', on: 'a version of Prevention', subject: ofPrevention, may: everybodyBut('observer') },
  { action: 'version.read', on: 'a version of Children', subject: ofChildren, may: everybody },

  { action: 'terms.read', on: 'the terms of reference of Prevention', subject: ofPrevention, may: everybody },
  { action: 'terms.edit', on: 'the terms of reference of Prevention', subject: ofPrevention, may: ['chair', 'member'] },
  {
    action: 'terms.edit',
    on: 'the terms of reference of the NWG, the Co-ordinator or the Secretariat',
    subject: ofNwg,
    may: ['coordinator', 'secretariat', 'nwgMember'],
  },
  {
    action: 'terms.submit',
    on: 'the terms of reference of Prevention',
    subject: ofPrevention,
    may: ['chair', 'member'],
  },
  {
    action: 'terms.submit',
    on: 'the terms of reference of the NWG, the Co-ordinator or the Secretariat',
    subject: ofNwg,
    may: ['coordinator', 'nwgMember'],
  },
  {
    action: 'terms.withdraw',
    on: 'a version of terms that the member submitted',
    subject: { ...ofPrevention, sponsorId: cast.member.personId },
    may: ['chair', 'member'],
  },
  {
    action: 'terms.withdraw',
    on: 'a version of terms that the chair submitted',
    subject: { ...ofPrevention, sponsorId: cast.chair.personId },
    may: ['chair'],
  },
  { action: 'terms.resumeText', on: 'the terms of reference of the NWG', subject: ofNwg, may: ['secretariat'] },
  { action: 'memorandum.register', may: ['secretariat'] },
  {
    action: 'amendment.propose',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  {
    action: 'amendment.propose',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: [],
  },
  {
    action: 'amendment.withdraw',
    on: 'what the seat of the member proposed',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },

  { action: 'motion.read', on: 'a vote of Prevention', subject: ofPrevention, may: everybodyBut('observer') },
  {
    action: 'motion.open',
    on: 'a vote of Prevention in a meeting',
    subject: { ...ofPrevention, voteMode: 'meeting' },
    may: ['chair'],
  },
  {
    action: 'motion.open',
    on: 'a vote of Prevention by correspondence',
    subject: { ...ofPrevention, voteMode: 'correspondence' },
    may: ['secretariat', 'chair'],
  },
  {
    action: 'motion.open',
    on: 'a vote of the NWG in a meeting',
    subject: { ...ofNwg, voteMode: 'meeting' },
    may: ['coordinator'],
  },
  { action: 'election.conduct', on: 'Prevention', subject: ofPrevention, may: ['secretariat', 'chair'] },
  {
    action: 'election.propose',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  { action: 'motion.close', on: 'a vote of Prevention', subject: ofPrevention, may: ['chair'] },
  { action: 'motion.actAsChair', on: 'a vote of Prevention', subject: ofPrevention, may: ['chair'] },
  { action: 'motion.actAsChair', on: 'a vote of the NWG', subject: ofNwg, may: ['coordinator'] },
  { action: 'motion.actAsSecretariat', on: 'a vote of Prevention', subject: ofPrevention, may: ['secretariat'] },
  { action: 'motion.publish', on: 'a vote of Prevention', subject: ofPrevention, may: ['secretariat'] },
  {
    action: 'motion.state',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  {
    action: 'motion.state',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: [],
  },
  {
    action: 'ballot.cast',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  {
    action: 'ballot.cast',
    on: 'the seat of the chair',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'labour').seatId },
    may: ['chair'],
  },
  {
    action: 'ballot.cast',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: [],
  },

  { action: 'meeting.read', on: 'a meeting of Prevention', subject: ofPrevention, may: everybodyBut('observer') },
  { action: 'meeting.read', on: 'a meeting of Children', subject: ofChildren, may: everybody },
  { action: 'meeting.conduct', on: 'a meeting of Prevention', subject: ofPrevention, may: ['secretariat', 'chair'] },
  { action: 'meeting.conduct', on: 'a meeting of the NWG', subject: ofNwg, may: ['coordinator', 'secretariat'] },
  { action: 'meeting.convene', on: 'a meeting of Prevention', subject: ofPrevention, may: ['secretariat', 'chair'] },
  { action: 'meeting.preside', on: 'a meeting of Prevention', subject: ofPrevention, may: ['chair'] },
  { action: 'meeting.preside', on: 'a meeting of the NWG', subject: ofNwg, may: ['coordinator'] },
  {
    action: 'meeting.takePart',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  {
    action: 'meeting.takePart',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: ['observer'],
  },
  {
    action: 'minutes.write',
    on: 'the minutes of a meeting of Prevention',
    subject: ofPrevention,
    may: ['secretariat'],
  },
  {
    action: 'minutes.write',
    on: 'minutes that the member was appointed to write',
    subject: { ...ofPrevention, minuteTakers: [cast.member.personId, cast.observer.personId] },
    may: ['secretariat', 'member'],
  },
  { action: 'minutes.circulate', on: 'the minutes of a meeting', subject: ofPrevention, may: ['secretariat'] },
  {
    action: 'minutes.correct',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
  {
    action: 'minutes.correct',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: ['observer'],
  },
  { action: 'actionItem.set', on: 'a meeting of Prevention', subject: ofPrevention, may: ['secretariat', 'chair'] },
  {
    action: 'actionItem.set',
    on: 'a meeting of Prevention whose minutes the member was appointed to write',
    subject: { ...ofPrevention, minuteTakers: [cast.member.personId, cast.observer.personId] },
    may: ['secretariat', 'chair', 'member'],
  },
  {
    action: 'actionItem.close',
    on: 'what the seat of the member has to do',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['secretariat', 'chair', 'member'],
  },
  {
    action: 'actionItem.close',
    on: 'what the seat of the observer has to do',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: ['secretariat', 'childrenChair', 'observer'],
  },

  {
    action: 'planVersion.assemble',
    on: 'the National Action Plan',
    subject: { ...ofNwg, planKind: 'nap' },
    may: ['secretariat'],
  },
  {
    action: 'planVersion.assemble',
    on: 'the children’s plan',
    subject: { ...ofChildren, planKind: 'children' },
    may: ['neighbour', 'childrenChair'],
  },
  { action: 'planVersion.note', may: ['coordinator'] },
  { action: 'planVersion.endorse', may: ['coordinator'] },
  { action: 'planVersion.sendBack', may: ['coordinator'] },
  { action: 'planVersion.publish', may: ['secretariat'] },

  { action: 'record.read', may: everybody },
  { action: 'witness.name', may: ['coordinator', 'secretariat'] },
  {
    action: 'witness.cosign',
    on: 'the seat of the observer',
    subject: { ...ofChildren, seatId: seatIn(children, 'io').seatId },
    may: ['observer'],
  },
  {
    action: 'witness.cosign',
    on: 'the seat of the member',
    subject: { ...ofPrevention, seatId: seatIn(prevention, 'ngo').seatId },
    may: ['member'],
  },
]

describe('who may do what', () => {
  test.each(rows.map(row => ({ ...row, where: row.on ? ` on ${row.on}` : '', names: row.may.join(', ') || 'nobody' })))(
    '[G8] $action$where: $names and nobody else',
    ({ action, subject, may }) => {
      expect(everybody.filter(who => can(cast[who], action, subject))).toEqual(
        everybody.filter(who => may.includes(who)),
      )
    },
  )

  test('[G8] every action of the table has a row here', () => {
    expect(new Set(rows.map(row => row.action))).toEqual(new Set(Object.keys(access)))
  })
})

describe('laws over the whole table', () => {
  const actions = Object.keys(access) as Action[]
  const subjects: Subject[] = [{}, ...rows.flatMap(row => row.subject ?? [])]

  test('[D3] nobody may do anything before the duty of confidentiality is confirmed', () => {
    for (const who of everybody) {
      const unconfirmed = { ...cast[who], confidential: false }
      expect(actions.filter(action => subjects.some(subject => can(unconfirmed, action, subject)))).toEqual([])
    }
  })

  test('[G1] a person without office, chair and seat may do nothing', () => {
    const guest = person('guest', {})
    expect(actions.filter(action => subjects.some(subject => can(guest, action, subject)))).toEqual([])
  })

  test('[G4] an observer seat never votes, edits, submits or moves anything; it takes part in its group’s meetings', () => {
    const acts = actions.filter(action => subjects.some(subject => can(cast.observer, action, subject)))
    expect(acts).toEqual([
      'workspace.read',
      'participation.read',
      'section.read',
      'section.comment',
      'version.read',
      'terms.read',
      'motion.read',
      'meeting.read',
      'meeting.takePart',
      'minutes.correct',
      // What its own seat has to do.
      'actionItem.close',
      'record.read',
      'witness.cosign',
    ])
  })

  test('[G11] the Rapporteur reads and does nothing else', () => {
    const acts = actions.filter(action => subjects.some(subject => can(cast.rapporteur, action, subject)))
    expect(acts).toEqual([
      'workspace.read',
      'participation.read',
      'section.read',
      'version.read',
      'terms.read',
      'motion.read',
      'meeting.read',
      'record.read',
    ])
  })

  test('[V3] neither the Co-ordinator nor the Secretariat casts a ballot by office', () => {
    for (const who of ['coordinator', 'secretariat'] as const) {
      expect(subjects.filter(subject => can(cast[who], 'ballot.cast', subject))).toEqual([])
    }
  })

  test('[G5] an NGO seat may do in its group what a ministry’s may', () => {
    const ministry = person('ministry', { seats: [seatIn(prevention, 'ministry')] })
    const ngo = person('ngo', { seats: [seatIn(prevention, 'ministry', 'NGO')] })
    for (const action of actions) {
      for (const subject of subjects) expect(can(ngo, action, subject)).toBe(can(ministry, action, subject))
    }
  })

  test('[G2] more roles never take a right away', () => {
    for (const action of actions) {
      for (const subject of subjects) {
        for (const who of everybody) {
          const both: Actor = {
            ...cast[who],
            offices: [...cast[who].offices, 'rapporteur'],
            seats: [...cast[who].seats, ...cast.member.seats],
          }
          if (can(cast[who], action, subject)) expect(can(both, action, subject)).toBe(true)
        }
      }
    }
  })
})
