/** A meeting of the National Working Group over the demonstration workspace, convened and begun, for what is measured in it. */
import { eq } from 'drizzle-orm'
import { asId, dayMs, hourMs, type MeetingId, type PersonId } from '#shared/core'
import { itemTypes } from '#shared/meeting'
import { itemBody } from '#shared/meeting/convening/schema'
import { electionSubject } from '#server/election'
import { personsTable } from '#server/db'
import { findGroupByCode, loadActor, loadGroup } from '#server/group'
import { findMeeting, type MeetingParts } from '#server/meeting'
import { minutesPort, minutesVersionSubject } from '#server/minutes'
import { planVersionSubject } from '#server/endorsement'
import { amendableVersionSubject, amendmentSubject } from '#server/amendment'
import { termsVersionSubject } from '#server/terms'
import type { Config } from '../../../../server/config.ts'
import type { Deps } from '../../../../server/deps.ts'
import { demoPersons, type DemoRole } from '../../../../server/demo/people.ts'
import type { Log } from '../../../../server/log.ts'
import { conveneMeeting } from '../../../../server/meeting/convening/convene.ts'
import { draftMeeting } from '../../../../server/meeting/convening/drafting.ts'
import { addItem } from '../../../../server/meeting/convening/items.ts'
import { checkIn } from '../../../../server/meeting/room/attendance.ts'
import { startMeeting } from '../../../../server/meeting/room/session.ts'
import { appointMinuteTakers } from '../../../../server/minutes/takers.ts'
import { demoPassword } from '../meeting-facts.ts'

const items = 12

/** An error is no measurement. */
export const benchLog: Log = { info() {}, warn() {}, error: (what, error) => console.error(what, error) }

export const benchConfig = (folder: string): Config => ({
  host: '127.0.0.1',
  port: 0,
  dataFolder: folder,
  origin: 'http://127.0.0.1:0',
  demoPassword,
  limits: false,
})

const parts: MeetingParts = {
  subjects: {
    sectionVersion: amendableVersionSubject,
    planVersion: planVersionSubject,
    minutesVersion: minutesVersionSubject,
    amendment: amendmentSubject,
    election: electionSubject,
    termsVersion: termsVersionSubject,
  },
  minutes: minutesPort,
}

export async function convene(deps: Deps): Promise<{ readonly id: MeetingId; readonly startsAt: number }> {
  const secretariat = await actorOf(deps, 'secretariat')
  const group = await findGroupByCode(deps.read, 'nwg')
  if (!group) throw new Error('the demonstration has no National Working Group')
  const startsAt = deps.now() + 8 * dayMs
  const id = sure(
    await draftMeeting(deps, secretariat, {
      groupId: group.id,
      kind: 'nwg',
      bodies: [],
      title: 'Measured meeting',
      startsAt,
      endsAt: startsAt + 2 * hourMs,
      timeZone: 'Europe/Tirane',
      place: 'Room 4',
      link: null,
    }),
  )
  for (let index = 0; index < items; index++) {
    const type = itemTypes[index % 2 === 0 ? 0 : 1]
    const note = 'What was agreed, who is responsible, and by when it is done.'
    sure(await addItem(deps, parts, secretariat, id, itemBody.parse({ type, title: `Item ${index}`, note })))
  }
  sure(await conveneMeeting(deps, parts, secretariat, id, null))
  const personIds = await writers(deps)
  sure(await appointMinuteTakers(deps, secretariat, id, { personIds: [...personIds] }))
  return (await findMeeting(deps.read, id)) ?? { id, startsAt }
}

/** Whoever heads a voting seat may be appointed to write. */
async function writers(deps: Deps): Promise<readonly PersonId[]> {
  const group = await findGroupByCode(deps.read, 'nwg')
  const full = group && (await loadGroup(deps.read, group.id, deps.now()))
  const heads = (full?.seats ?? []).filter(seat => seat.constituency !== 'OBSERVER')
  return heads.flatMap(seat => seat.representatives.slice(0, 1).map(one => one.personId)).slice(0, 20)
}

export async function begin(deps: Deps, id: MeetingId): Promise<void> {
  const coordinator = await actorOf(deps, 'coordinator')
  sure(await checkIn(deps, coordinator, id, { seatId: null }))
  sure(await startMeeting(deps, parts, coordinator, id))
  const secretariat = await actorOf(deps, 'secretariat')
  const meeting = await findMeeting(deps.read, id)
  const group = meeting && (await loadGroup(deps.read, meeting.groupId, deps.now()))
  for (const seat of group?.seats ?? []) {
    const [head] = seat.representatives
    if (head && seat.organisationId !== null)
      sure(await checkIn(deps, secretariat, id, { seatId: seat.id, personId: head.personId }))
  }
}

export async function actorOf(deps: Deps, role: DemoRole) {
  const email = `${demoPersons.find(person => person.role === role)?.role ?? role}@demo.example`
  const [row] = await deps.read.select({ id: personsTable.id }).from(personsTable).where(eq(personsTable.email, email))
  if (!row) throw new Error(`nobody here is ${email}`)
  return loadActor(deps.read, asId<PersonId>(row.id), deps.now())
}

export function sure<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
