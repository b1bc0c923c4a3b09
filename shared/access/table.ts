/**
 * Who may do what: one table, read by the server before every act and by the browser to disable what would be refused.
 * A cell names a scope (`scopes.ts`): `any` everywhere, `no` nowhere, the others under a condition. A person with
 * several roles may do what any of them may. Sources: docs/rules.md, "Who works with it" and the workflows.
 */
import type { ActorRole } from './actor.ts'
import type { ScopeName } from './scopes.ts'

type Row = readonly [ScopeName, ScopeName, ScopeName, ScopeName, ScopeName, ScopeName]

//                          co-ordinator  secretariat   chair         representative  observer    rapporteur
// prettier-ignore
export const access = {
  // People and bodies
  'workspace.read':          ['any',       'any',        'any',        'any',          'any',       'any'],
  'person.manage':           ['no',        'any',        'no',         'no',           'no',        'no'],
  'office.appoint':          ['no',        'any',        'no',         'no',           'no',        'no'],
  'group.manage':            ['no',        'any',        'no',         'no',           'no',        'no'],
  // Figures on participation: counts without a word of a draft, a ballot or a paper [G12]
  'participation.read':      ['any',       'any',        'any',        'any',          'any',       'any'],
  // Live text [G8, D4]
  'section.read':            ['any',       'any',        'any',        'any',          'ownGroup',  'any'],
  'section.edit':            ['nwgGroup',  'nwgGroup',   'ownGroup',   'ownGroup',     'no',        'no'],
  'section.comment':         ['any',       'any',        'any',        'any',          'ownGroup',  'no'],
  'section.arrange':         ['no',        'any',        'no',         'no',           'no',        'no'],
  // Closing a text for writing, and opening it again
  'section.closeText':       ['nwgGroup',  'nwgGroup',   'ownGroup',   'no',           'no',        'no'],
  // Opening a text that stands still because a part of it could not be read, and seeing what was set aside of it
  'section.resumeText':      ['no',        'any',        'no',         'no',           'no',        'no'],
  'section.submit':          ['no',        'no',         'ownGroup',   'ownGroup',     'no',        'no'],
  'section.withdraw':        ['no',        'no',         'ownGroup',   'sponsor',      'no',        'no'],
  // Versions, once submitted, are papers of the vote: whoever sits in a group may read them.
  'version.read':            ['any',       'any',        'any',        'any',          'ownGroup',  'any'],
  // Terms of reference, under the group that decides on them; memoranda with NGOs [G10]
  'terms.read':              ['any',       'any',        'any',        'any',          'any',       'any'],
  'terms.edit':              ['nwgGroup',  'nwgGroup',   'ownGroup',   'ownGroup',     'no',        'no'],
  'terms.submit':            ['no',        'no',         'ownGroup',   'ownGroup',     'no',        'no'],
  'terms.withdraw':          ['no',        'no',         'ownGroup',   'sponsor',      'no',        'no'],
  'terms.resumeText':        ['no',        'any',        'no',         'no',           'no',        'no'],
  'memorandum.register':     ['no',        'any',        'no',         'no',           'no',        'no'],
  // Amendments to submitted versions, for a seat [A2]
  'amendment.propose':       ['no',        'no',         'ownSeat',    'ownSeat',      'no',        'no'],
  'amendment.withdraw':      ['no',        'no',         'ownSeat',    'ownSeat',      'no',        'no'],
  // Votes
  'motion.read':             ['any',       'any',        'any',        'any',          'ownGroup',  'any'],
  'motion.open':             ['no',        'byPost',     'ownGroup',   'no',           'no',        'no'],
  'motion.close':            ['no',        'no',         'ownGroup',   'no',           'no',        'no'],
  'ballot.cast':             ['no',        'no',         'ownSeat',    'ownSeat',      'no',        'no'],
  // Acts of two on a vote: in these two capacities, with the NGO seats' head at the vote itself [V9, V13]
  'motion.actAsChair':       ['no',        'no',         'ownGroup',   'no',           'no',        'no'],
  'motion.actAsSecretariat': ['no',        'any',        'no',         'no',           'no',        'no'],
  'motion.publish':          ['no',        'any',        'no',         'no',           'no',        'no'],
  // A seat's own words to a vote that is over
  'motion.state':            ['no',        'no',         'ownSeat',    'ownSeat',      'no',        'no'],
  // Electing a chair; who votes on it is up to the vote [G6, V12]
  'election.conduct':        ['no',        'any',        'ownGroup',   'no',           'no',        'no'],
  'election.propose':        ['no',        'no',         'ownSeat',    'ownSeat',      'no',        'no'],
  // Meetings [workflow "Meeting"]: agenda, papers, who has the floor; the state moves by `meeting.convene` and `preside`
  'meeting.read':            ['any',       'any',        'any',        'any',          'ownGroup',  'any'],
  'meeting.conduct':         ['no',        'any',        'ownGroup',   'no',           'no',        'no'],
  'meeting.convene':         ['no',        'any',        'ownGroup',   'no',           'no',        'no'],
  'meeting.preside':         ['no',        'no',         'ownGroup',   'no',           'no',        'no'],
  // Coming, speaking, a seat's own words; observers too [M4]
  'meeting.takePart':        ['no',        'no',         'heldSeat',   'heldSeat',     'heldSeat',  'no'],
  // Minutes [M5, workflow "Minutes"]
  'minutes.write':           ['minuteTaker', 'any',      'minuteTaker', 'minuteTaker', 'no',        'no'],
  'minutes.circulate':       ['no',        'any',        'no',         'no',           'no',        'no'],
  'minutes.correct':         ['no',        'no',         'heldSeat',   'heldSeat',     'heldSeat',  'no'],
  // Action items [M6]
  'actionItem.set':          ['minuteTaker', 'any',      'ownGroup',   'minuteTaker',  'no',        'no'],
  'actionItem.close':        ['no',        'any',        'ownGroup',   'heldSeat',     'heldSeat',  'no'],
  // The merged plan and the children's plan [E2, E3, E7]
  'planVersion.assemble':    ['no',        'napPlan',    'childrenOwn', 'childrenOwn', 'no',        'no'],
  'planVersion.note':        ['any',       'no',         'no',         'no',           'no',        'no'],
  'planVersion.endorse':     ['any',       'no',         'no',         'no',           'no',        'no'],
  'planVersion.sendBack':    ['any',       'no',         'no',         'no',           'no',        'no'],
  'planVersion.publish':     ['no',        'any',        'no',         'no',           'no',        'no'],
  // The record
  'record.read':             ['any',       'any',        'any',        'any',          'any',       'any'],
  // Its witnesses [L2]
  'witness.name':            ['any',       'any',        'no',         'no',           'no',        'no'],
  'witness.cosign':          ['no',        'no',         'heldSeat',   'heldSeat',     'heldSeat',  'no'],
} as const satisfies Record<string, Row>

export type Action = keyof typeof access

/** Column of each role in the table above. */
export const columns = {
  coordinator: 0,
  secretariat: 1,
  chair: 2,
  representative: 3,
  observer: 4,
  rapporteur: 5,
} as const satisfies Record<ActorRole, number>
