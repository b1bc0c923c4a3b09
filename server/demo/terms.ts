/** Terms of reference of the demonstration: of the NWG and one thematic group adopted, of another on their way. [G10] */
import { assert, dayMs, hourMs, type OrganisationId, type TermsId, type TermsVersionId } from '#shared/core'
import type { NarrativeBlock } from '#shared/narrative'
import type { SettingChanges } from '#shared/terms'
import { findGroup, loadActor, loadGroup } from '#server/group'
import type { MotionSubjects } from '#server/motion'
import type { PlanDeps } from '#server/plan'
import {
  beginTerms,
  changeSettings,
  previewTerms,
  readTermsList,
  registerMemorandum,
  submitTerms,
  readTerms,
} from '#server/terms'
import { adoptByRollCall } from './adopting.ts'
import { sure, type DemoBodies } from './bodies.ts'
import type { DemoClock } from './clock.ts'
import type { DemoRole } from './people.ts'
import { writeText } from './writing.ts'

interface DemoTerms {
  /** Code of the group. */
  readonly group: string
  /** Who holds the pen. */
  readonly pen: DemoRole
  /** Who submits. */
  readonly member: DemoRole
  /** Who puts it to the vote; nobody has yet, if not given. */
  readonly chair?: DemoRole
  readonly blocks: readonly NarrativeBlock[]
  readonly changes: SettingChanges
}

const heading = (text: string): NarrativeBlock => ({ type: 'heading', level: 2, text })
const paragraph = (text: string): NarrativeBlock => ({ type: 'paragraph', text })
const list = (...items: string[]): NarrativeBlock => ({ type: 'list', items })

const demoTerms: readonly DemoTerms[] = [
  {
    group: 'nwg',
    pen: 'secretariat',
    member: 'justice',
    chair: 'coordinator',
    blocks: [
      heading('Purpose'),
      paragraph(
        'The National Working Group agrees on Varnia’s response to trafficking in human beings and sees that it is carried out.',
      ),
      heading('Tasks'),
      list(
        'It adopts the National Action Plan and owns its preamble, background, principles and supporting framework.',
        'It hears the thematic groups at each meeting and settles what lies between them.',
      ),
      heading('Composition'),
      paragraph(
        'Ministries, prosecution, inspectorates, social partners and four non-governmental organisations vote. International organisations observe.',
      ),
      heading('How decisions are made'),
      paragraph(
        'The rules beside this text hold. The whole plan needs two thirds of all seats, so that no plan rests on the few who came.',
      ),
      heading('Meetings'),
      paragraph('The group meets at least every three months. Papers are out seven days before.'),
      heading('Reporting'),
      paragraph('Once a year the Co-ordinator reports to government and parliament what was done and what was not.'),
    ],
    changes: { 'majority.plan': 'TWO_THIRDS_ALL', 'majority.annex': 'TWO_THIRDS_ALL', dissentMs: 10 * dayMs },
  },
  {
    group: 'prosecution',
    pen: 'prosecutor',
    member: 'prosecutor',
    chair: 'chair-prosecution',
    blocks: [
      heading('Purpose'),
      paragraph('The group brings investigators, prosecutors, judges’ training and legal aid to one table.'),
      heading('Tasks'),
      list(
        'It writes the sections on investigation and prosecution and keeps them up to date.',
        'It agrees on joint training every spring.',
      ),
      heading('Composition'),
      paragraph('Prosecution, Justice, Interior, the Police Academy and Open Door Legal Aid.'),
      heading('How decisions are made'),
      paragraph('Sections pass by two thirds: what police and courts are to do must rest on more than one voice.'),
      heading('Meetings'),
      paragraph('Every two months, at the Prosecutor’s office.'),
      heading('Reporting'),
      paragraph('The chair reports to the National Working Group in writing before each of its meetings.'),
    ],
    changes: { 'majority.section': 'TWO_THIRDS', quorumMoreThan: { numerator: 3, denominator: 5 } },
  },
  {
    group: 'protection',
    pen: 'ngo-shelter',
    member: 'ngo-shelter',
    blocks: [
      heading('Purpose'),
      paragraph('The group answers for what a person who was trafficked can count on, from the first hour on.'),
      heading('Tasks'),
      list(
        'It writes the sections on support and protection.',
        'It agrees on standards for shelters and looks after them.',
      ),
      heading('Composition'),
      paragraph('Social Welfare, Health, Interior, Harbour House and Open Door Legal Aid.'),
      heading('How decisions are made'),
      paragraph('Nothing about services passes against those who run them.'),
      heading('Meetings'),
      paragraph('Every six weeks, and within 48 hours when a service is about to close.'),
      heading('Reporting'),
      paragraph('In writing to the National Working Group, twice a year.'),
    ],
    changes: { ngoPolicy: 'VETO', ngoQuorumAtLeast: { numerator: 1, denominator: 2 } },
  },
]

/** `until` counts from the moment at which the demonstration says it was set up; one has run out, one NGO has none. */
const demoMemoranda = [
  { ngo: 'ngo-shelter', reference: 'MoU 4/2025, signed in Harbour House', from: -200, until: 500 },
  { ngo: 'ngo-hotline', reference: 'MoU 5/2025', from: -200, until: null },
  { ngo: 'ngo-children', reference: 'MoU 2/2024', from: -500, until: 20 },
] as const satisfies readonly { ngo: DemoRole; reference: string; from: number; until: number | null }[]

export async function writeTerms(
  deps: PlanDeps,
  subjects: MotionSubjects,
  bodies: DemoBodies,
  clock: DemoClock,
): Promise<void> {
  await beginTerms(deps)
  await registerMemoranda(deps, bodies)
  for (const { chair, ...terms } of demoTerms) {
    clock.pass(3 * hourMs)
    const subjectId = await submit(deps, bodies, terms)
    if (chair === undefined) continue
    clock.pass(2 * hourMs)
    await adoptByRollCall(deps, subjects, bodies, clock, {
      group: terms.group,
      chair,
      subjectKind: 'termsVersion',
      subjectId,
    })
  }
}

async function submit(deps: PlanDeps, bodies: DemoBodies, terms: Omit<DemoTerms, 'chair'>): Promise<TermsVersionId> {
  const writer = await loadActor(deps.read, bodies.person(terms.pen), deps.now())
  const member = await loadActor(deps.read, bodies.person(terms.member), deps.now())
  const id = await termsOf(deps, bodies, terms)
  await writeText(deps, id, writer.personId, terms.blocks)
  const { settings } = sure(await readTerms(deps, writer, id))
  assert(settings, 'a group has settings')
  sure(await changeSettings(deps, writer, id, { digest: settings.digest, changes: terms.changes }))
  const { digest } = sure(await previewTerms(deps, member, id))
  return sure(await submitTerms(deps, member, id, { digest }))
}

async function termsOf(
  deps: PlanDeps,
  bodies: DemoBodies,
  { group, pen }: { group: string; pen: DemoRole },
): Promise<TermsId> {
  const reader = await loadActor(deps.read, bodies.person(pen), deps.now())
  const groupId = bodies.group(group)
  const kind = (await findGroup(deps.read, groupId))?.kind
  const found = (await readTermsList(deps, reader)).find(terms => terms.group.id === groupId && terms.kind === kind)
  assert(found, `the group ${group} has terms of reference`)
  return found.id
}

async function registerMemoranda(deps: PlanDeps, bodies: DemoBodies): Promise<void> {
  const secretariat = await loadActor(deps.read, bodies.person('secretariat'), deps.now())
  const nwg = await loadGroup(deps.read, bodies.group('nwg'), deps.now())
  for (const { ngo, reference, from, until } of demoMemoranda) {
    const seat = nwg?.seats.find(one => one.representatives.some(person => person.personId === bodies.person(ngo)))
    const organisationId: OrganisationId | null = seat?.organisationId ?? null
    assert(organisationId, `${ngo} has a seat`)
    const at = (days: number) => deps.now() + days * dayMs
    const validity = { validFrom: at(from), validUntil: until === null ? null : at(until) }
    sure(await registerMemorandum(deps, secretariat, { organisationId, reference, ...validity }))
  }
}
