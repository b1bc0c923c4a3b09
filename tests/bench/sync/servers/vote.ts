/**
 * Plenary whole, with a vote under way in a meeting of two hundred voting seats. Who may cast, and by which session, is
 * written to `vote.json` in the data folder.
 */
import { eq } from 'drizzle-orm'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asId, hourMs, minuteMs, type PersonId } from '#shared/core'
import { electionSubject } from '#server/election'
import { organisationsTable, personsTable, sectionsTable, sectionVersionsTable } from '#server/db'
import { accredit, createSeat, findGroupByCode } from '#server/group'
import { itemsOfMeeting } from '../../../../server/meeting/agenda-store.ts'
import { loadBody, openMotion } from '#server/motion'
import { planVersionSubject } from '#server/endorsement'
import { minutesVersionSubject } from '#server/minutes'
import { amendableVersionSubject, amendmentSubject } from '#server/amendment'
import { termsVersionSubject } from '#server/terms'
import { startSession } from '#server/session'
import type { Deps } from '../../../../server/deps.ts'
import { serve as servePlenary } from '../../../../server/serve.ts'
import type { VoteFacts } from '../vote-facts.ts'
import { serve } from './control.ts'
import { actorOf, begin, benchConfig, benchLog, convene, sure } from './convened.ts'

interface Settings {
  readonly seats: number
}

const subjects = {
  sectionVersion: amendableVersionSubject,
  planVersion: planVersionSubject,
  minutesVersion: minutesVersionSubject,
  amendment: amendmentSubject,
  election: electionSubject,
  termsVersion: termsVersionSubject,
}

await serve(async (folder, settings) => {
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const server = await servePlenary(benchConfig(folder), { root: process.cwd(), log: benchLog, now })
  await seat(server.deps, (settings as Settings).seats)
  const meeting = await convene(server.deps)
  ahead += meeting.startsAt - now() - minuteMs
  await begin(server.deps, meeting.id)
  writeFileSync(join(folder, 'vote.json'), JSON.stringify(await open(server.deps, meeting.id)))
  return { port: server.port, documents: () => 0, close: () => server.close() }
})

/** So many seats vote in the National Working Group, a third of them NGOs. */
async function seat(deps: Deps, seats: number): Promise<void> {
  const group = await findGroupByCode(deps.read, 'nwg')
  const body = group && (await loadBody(deps.read, group.id, deps.now()))
  if (!group || !body) throw new Error('the demonstration has no National Working Group')
  await deps.transaction(async tx => {
    for (let number = body.electorate.length; number < seats; number++) {
      const [id, createdAt, isNgo] = [`seated-${number}`, deps.now(), number % 3 === 0]
      const row = {
        id,
        name: `Organisation ${number}`,
        kind: isNgo ? ('ngo' as const) : ('ministry' as const),
        createdAt,
      }
      await tx.insert(organisationsTable).values(row)
      await tx.insert(personsTable).values({
        id,
        name: `Person ${number}`,
        email: `${id}@example.org`,
        organisationId: id,
        userHandle: id,
        locale: 'en',
        confidentialityConfirmedAt: createdAt,
        createdAt,
      })
      const made = await createSeat(tx, deps, {
        groupId: group.id,
        label: `Seat ${number}`,
        constituency: isNgo ? 'NGO' : 'STATE',
        organisationId: asId(id),
        by: null,
      })
      const { seatId } = sure(made)
      sure(await accredit(tx, deps, { seatId, personId: asId<PersonId>(id), rank: 'head', by: null }))
    }
  })
}

async function open(deps: Deps, meetingId: Parameters<typeof itemsOfMeeting>[1]): Promise<VoteFacts> {
  const group = await findGroupByCode(deps.read, 'nwg')
  const [version] = await deps.read
    .select()
    .from(sectionVersionsTable)
    .where(eq(sectionVersionsTable.state, 'submitted'))
  const [item] = await itemsOfMeeting(deps.read, meetingId)
  if (!group || !version || !item) throw new Error('the demonstration has nothing to vote on')
  const { sectionId, digest } = version
  await deps.transaction(async tx => {
    await tx.update(sectionsTable).set({ ownerGroupId: group.id }).where(eq(sectionsTable.id, sectionId))
  })
  const body = await loadBody(deps.read, group.id, deps.now())
  const roll = body?.electorate.map(({ seatId }) => seatId) ?? []
  const coordinator = await actorOf(deps, 'coordinator')
  const about = { subjectKind: 'sectionVersion', subjectId: version.id, closesAt: deps.now() + hourMs } as const
  const place = { meetingId, itemId: item.id }
  const motionId = sure(
    await openMotion(deps, subjects, coordinator, { ...about, mode: 'meeting', roll, meeting: place }),
  )
  return deps.transaction(async tx => {
    const cookieOf = async (personId: PersonId): Promise<string> => {
      const { token } = await startSession(tx, deps, personId, 'passkey', { userAgent: 'bench', previousHash: null })
      return `plenary_session=${token}`
    }
    const voters: { cookie: string; seatId: string }[] = []
    const used = new Set<string>(body?.presidingCoordinatorId ?? [])
    for (const { seatId, accredited } of body?.electorate ?? []) {
      const caster = accredited.find(({ personId }) => !used.has(personId))
      if (!caster) continue
      used.add(caster.personId)
      voters.push({ cookie: await cookieOf(caster.personId), seatId })
    }
    return { motionId, meetingId, digest, voters, chair: await cookieOf(coordinator.personId) }
  })
}
