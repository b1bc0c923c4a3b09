/** What follows votes over a real server: dissent and certification of a text, and what voiding a decision undoes. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '#shared/core'
import { passagesOf } from '#shared/amendment'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterAll(() => server.close())

const voiding = { act: 'void', cause: 'wrongText', text: 'An annex was missing.' } as const
const certifying = { act: 'certify' } as const

const get = (role: string, path: string) => sure(house.as(role, 'GET', path))
const motionOf = (id: string) => get('secretariat', `/api/motions/${id}`)
const versionOf = (id: string) => get('secretariat', `/api/versions/${id}`)
const stateOf = async (id: string): Promise<string> => (await versionOf(id)).state
const problemOf = ({ status, body }: { readonly status: number; readonly body: any }) => [
  status,
  body?.type ?? null,
  body?.because ?? null,
]
const actsOf = async (act: string): Promise<any[]> => (await get('rapporteur', `/api/record?act=${act}`)).entries

async function vote(chair: string, kind: Parameters<House['openVote']>[1], id: string, overNgos = false) {
  const motionId = await house.openVote(chair, kind, id)
  await (overNgos ? house.castOpposed(motionId, chair) : house.castAllYes(motionId, chair))
  await sure(house.close(chair, motionId))
  return motionId
}

/** A section's live text with another sentence, submitted. */
async function newVersion(code: string, member: string, sentence: string): Promise<string> {
  const id = await house.sectionId(code)
  const text = await openText(server.url, await house.cookie(member), id)
  const reader = await openText(server.url, await house.cookie('secretariat'), id)
  text.write(sentence)
  await reader.sees(sentence)
  text.leave()
  reader.leave()
  return house.submit(code)
}

const recordHolds = async () => expect(await get('rapporteur', '/api/record/check')).toMatchObject({ ok: true })

describe('over the objection of the NGO seats', () => {
  const reasonFor = async (code: string): Promise<string | null> => {
    const plans: any[] = await get('secretariat', '/api/plans')
    const planId = plans.find(plan => plan.kind === 'nap').id
    const { missing } = await get('secretariat', `/api/plan-versions/readiness?planId=${planId}`)
    return missing.find((section: any) => section.code === code)?.reason ?? null
  }
  const reconcile = (motionId: string) =>
    house.together(motionId, { act: 'reconcile', text: 'Shelters are named.' }, 'ngo-shelter', 'coordinator')

  async function adoptedOver(code: string): Promise<string> {
    const versionId = await house.submit(code)
    const first = await vote('coordinator', 'sectionVersion', versionId, true)
    expect(await motionOf(first)).toMatchObject({ outcome: 'RETURNED' })
    await sure(reconcile(first))
    const second = await vote('coordinator', 'sectionVersion', versionId, true)
    expect(await motionOf(second)).toMatchObject({ round: 2, outcome: 'ADOPTED_OVER_NGO_OBJECTION' })
    return second
  }

  test('[E5] [V9] the dissent is missing from the plan until the outcome is certified with it', async () => {
    const motionId = await adoptedOver('C.1.3')
    expect(await reasonFor('C.1.3')).toBe('dissentMissing')
    const seats = (await motionOf(motionId)).roster.filter((seat: any) => seat.constituency === 'NGO')
    for (const role of ['ngo-shelter', 'ngo-hotline', 'ngo-legal-aid', 'ngo-children']) {
      expect(problemOf(await house.together(motionId, certifying, 'coordinator', 'secretariat'))).toEqual([
        409,
        '/problems/certification-too-early',
        null,
      ])
      const { mayState } = await get(role, `/api/motions/${motionId}/after`)
      expect(mayState).toMatchObject([{ kinds: expect.arrayContaining(['dissent', 'waiver']) }])
      const body = { kind: 'dissent', seatId: mayState[0].seatId, text: 'The shelters are not paid for.' }
      await sure(house.as(role, 'POST', `/api/motions/${motionId}/statements`, body))
    }
    expect(seats).toHaveLength(4)
    expect(await reasonFor('C.1.3')).toBe('dissentMissing')
    await sure(house.together(motionId, certifying, 'coordinator', 'secretariat'))
    expect(await reasonFor('C.1.3')).toBeNull()
    expect(problemOf(await house.together(motionId, voiding, 'coordinator', 'secretariat'))).toEqual([
      409,
      '/problems/vote-moved-on',
      null,
    ])
    await recordHolds()
  }, 60_000)

  test('[E5] [V9] none supplied in the time for it: certified without, and nothing is missing', async () => {
    const motionId = await adoptedOver('C.1.4')
    const { serverNow, certifiableFrom } = await get('secretariat', `/api/motions/${motionId}/after`)
    server.advance(certifiableFrom - serverNow)
    house = enterHouse(server)
    expect(await reasonFor('C.1.4')).toBe('dissentMissing')
    await sure(house.together(motionId, certifying, 'secretariat', 'coordinator'))
    expect(await reasonFor('C.1.4')).toBeNull()
  }, 60_000)

  test('[V9] a text that is under vote again is reconciled no more, and the first vote leads to the second', async () => {
    const versionId = await house.submit('C.1.5')
    const first = await vote('coordinator', 'sectionVersion', versionId, true)
    const asked = await sure(
      house.as('coordinator', 'POST', `/api/motions/${first}/joint-acts`, { act: 'reconcile', text: 'Agreed.' }),
    )
    server.advance(14 * dayMs)
    house = enterHouse(server)
    const second = await house.openVote('coordinator', 'sectionVersion', versionId)
    expect(await get('coordinator', `/api/motions/${first}/after`)).toMatchObject({
      secondRoundFrom: null,
      takenUpBy: second,
      mayAsk: ['void'],
    })
    expect((await reconcile(first)).body.type).toBe('/problems/text-taken-up')
    const confirmation = `/api/motions/${first}/joint-acts/${asked.id}/confirmation`
    expect((await house.as('ngo-shelter', 'POST', confirmation)).status).toBe(409)
    await sure(house.together(second, voiding, 'coordinator', 'secretariat'))
    // Voided, the second vote leaves the text to be put again, still in its second round.
    expect(await get('coordinator', `/api/motions/${first}/after`)).toMatchObject({ takenUpBy: null })
    expect(await stateOf(versionId)).toBe('submitted')
    const third = await vote('coordinator', 'sectionVersion', versionId)
    expect(await motionOf(third)).toMatchObject({ round: 2, outcome: 'ADOPTED' })
  }, 60_000)
})

describe('[V13] what voiding undoes', () => {
  test('[V13] of an adopted section: the version that it superseded stands again, and the text waits for a vote', async () => {
    const first = await newVersion('C.2.2', 'labour', 'Job offers are checked.')
    await vote('chair-prevention', 'sectionVersion', first)
    const second = await newVersion('C.2.2', 'labour', 'Job offers from abroad are checked twice.')
    const motionId = await vote('chair-prevention', 'sectionVersion', second)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'adopted'])
    await sure(house.together(motionId, voiding, 'chair-prevention', 'secretariat'))
    expect([await stateOf(first), await stateOf(second)]).toEqual(['adopted', 'submitted'])
    expect(await versionOf(second)).toMatchObject({ decidedAt: null, grade: null })
    expect((await actsOf('version.reinstated'))[0]).toMatchObject({ subject: first })
    expect((await actsOf('version.voteVoided'))[0]).toMatchObject({ subject: second })
    expect(await motionOf(motionId)).toMatchObject({ outcome: 'VOIDED', grade: null })

    // Put to another vote, it stands as if nothing had been.
    await vote('chair-prevention', 'sectionVersion', second)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'adopted'])
    await recordHolds()
  }, 60_000)

  test('[V13] of a section that no version came before: nothing stands, and an older decision is not undone', async () => {
    const only = await newVersion('C.2.3', 'labour', 'Consumers ask where work was done.')
    const motionId = await vote('chair-prevention', 'sectionVersion', only)
    const next = await newVersion('C.2.3', 'labour', 'Consumers ask who did the work.')
    const later = await vote('chair-prevention', 'sectionVersion', next)
    expect(problemOf(await house.together(motionId, voiding, 'secretariat', 'chair-prevention'))).toEqual([
      409,
      '/problems/vote-not-voidable',
      'textMovedOn',
    ])
    await sure(house.together(later, voiding, 'secretariat', 'chair-prevention'))
    expect([await stateOf(only), await stateOf(next)]).toEqual(['adopted', 'submitted'])
    await sure(house.together(motionId, voiding, 'secretariat', 'chair-prevention'))
    expect([await stateOf(only), await stateOf(next)]).toEqual(['submitted', 'submitted'])
  }, 60_000)

  test('[V13] of terms of reference: in force they stay; a vote under way on others is let go', async () => {
    const [group]: any[] = (await get('secretariat', '/api/terms')).filter((one: any) => one.pending !== null)
    const { id } = group.pending
    const stateOfTerms = async () => (await get('secretariat', `/api/terms-versions/${id}`)).state
    const running = await house.openVote('chair-protection', 'termsVersion', id)
    await sure(house.together(running, voiding, 'chair-protection', 'secretariat'))
    expect(await stateOfTerms()).toBe('submitted')
    const rejected = await house.openVote('chair-protection', 'termsVersion', id)
    await house.castOpposed(rejected, 'chair-protection')
    await sure(house.close('chair-protection', rejected))
    const { outcome } = await motionOf(rejected)
    expect(await stateOfTerms()).toBe(outcome === 'RETURNED' ? 'returned' : 'rejected')
    await sure(house.together(rejected, voiding, 'chair-protection', 'secretariat'))
    expect(await stateOfTerms()).toBe('submitted')
    // What was voided returned nothing: the next vote is in the first round.
    const adopted = await vote('chair-protection', 'termsVersion', id)
    expect(await motionOf(adopted)).toMatchObject({ round: 1, outcome: 'ADOPTED' })
    expect(problemOf(await house.together(adopted, voiding, 'chair-protection', 'secretariat'))).toEqual([
      409,
      '/problems/vote-not-voidable',
      'inForce',
    ])
    expect(await stateOfTerms()).toBe('adopted')
  }, 60_000)

  test('[V13] of an amendment: one that made a version stays; one under vote is proposed again', async () => {
    const versionId = await house.submit('C.3.2')
    const { digest, content } = await versionOf(versionId)
    const passage = passagesOf(content.narrative).find(({ words }) => /^\w+ \w+/u.test(words))
    const quote = passage?.words.trim().split(' ').slice(0, 2).join(' ') ?? ''
    const { seats } = await get('welfare', `/api/versions/${versionId}/amendments`)
    const changes = [{ place: passage?.place, quote, replacement: `${quote} surely` }]
    const body = { seatId: seats[0].seatId, digest, changes, reason: 'It says more.' }
    const { id } = await sure(house.as('welfare', 'POST', `/api/versions/${versionId}/amendments`, body))
    const amendment = () => get('welfare', `/api/amendments/${id}`)
    const running = await house.openVote('chair-protection', 'amendment', id)
    await sure(house.together(running, voiding, 'chair-protection', 'secretariat'))
    expect(await amendment()).toMatchObject({ state: 'proposed' })
    const adopted = await vote('chair-protection', 'amendment', id)
    expect(problemOf(await house.together(adopted, voiding, 'chair-protection', 'secretariat'))).toEqual([
      409,
      '/problems/vote-not-voidable',
      'textMovedOn',
    ])
  }, 60_000)

  describe('of an election', () => {
    const voters = ['ngo-hotline', 'education', 'labour-inspectorate', 'employers', 'chair-prevention']
    let group: string

    async function closedList(): Promise<string> {
      const { id } = await sure(
        house.as('secretariat', 'POST', '/api/elections', { groupId: group, title: 'Chair of Prevention' }),
      )
      const { person, seats } = await get('education', '/api/me')
      const seatId = seats.find((seat: any) => seat.groupId === group).seatId
      await sure(house.as('education', 'POST', `/api/elections/${id}/candidates`, { seatId, personId: person.id }))
      await sure(house.as('secretariat', 'POST', `/api/elections/${id}/close`))
      return id
    }
    async function putToVote(id: string): Promise<string> {
      const closesAt = server.deps.now() + 2 * dayMs
      const body = { subjectKind: 'election', subjectId: id, mode: 'correspondence', closesAt }
      return (await sure(house.as('secretariat', 'POST', '/api/motions', body))).id
    }
    async function putPapersIn(motionId: string, roles: readonly string[]): Promise<void> {
      for (const role of roles) {
        const { mySeats, subject, candidates } = await get(role, `/api/motions/${motionId}`)
        const body = { seatId: mySeats[0].seatId, digest: subject.digest, candidate: candidates[0].personId }
        await sure(house.as(role, 'POST', `/api/motions/${motionId}/papers`, body))
      }
    }

    test('[V12] [V13] under way: the list is put again, and who put in a paper may do so in the next', async () => {
      const groups: any[] = await get('secretariat', '/api/groups')
      group = groups.find(one => one.code === 'prevention').id
      const id = await closedList()
      const running = await putToVote(id)
      await putPapersIn(running, voters.slice(0, 2))
      await sure(house.together(running, voiding, 'chair-prevention', 'secretariat'))
      expect(await get('secretariat', `/api/elections/${id}`)).toMatchObject({ state: 'closed', elected: null })
      expect(await motionOf(running)).toMatchObject({ outcome: 'VOIDED' })

      const next = await putToVote(id)
      await putPapersIn(next, voters)
      server.advance(2 * dayMs)
      house = enterHouse(server)
      await expect.poll(async () => (await motionOf(next)).state, { timeout: 10_000 }).toBe('decided')
      expect(await motionOf(next)).toMatchObject({ outcome: 'ADOPTED' })
      // Whoever was elected chairs the group by now: another election follows, and nothing is undone.
      expect(problemOf(await house.together(next, voiding, 'secretariat', 'education'))).toEqual([
        409,
        '/problems/vote-not-voidable',
        'inForce',
      ])
      await recordHolds()
    }, 60_000)
  })
})

describe('the file of the record', () => {
  const verify = (file: string) =>
    new Promise<{ status: number | null; said: string }>(resolve => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', 'server/verify.ts', file],
        (_error, stdout, stderr) => resolve({ status: child.exitCode, said: `${stdout}${stderr}` }),
      )
    })

  test('[V13] [L1] verifies with voided votes in it, and names one whose decision was put back', async () => {
    expect((await actsOf('motion.voided')).length).toBeGreaterThan(4)
    const response = await fetch(`${server.url}/api/record/export`, {
      headers: { cookie: await house.cookie('rapporteur') },
    })
    const text = await response.text()
    const file = join(server.dataFolder, 'record.jsonl')
    writeFileSync(file, text)
    const { status, said } = await verify(file)
    expect([status, said]).toEqual([0, expect.stringContaining('VALID')])

    const lines = text.split('\n')
    const isVoided = (line: string): boolean => line.startsWith('{"decision"') && line.includes('VOIDED')
    expect(lines.filter(isVoided).length).toBeGreaterThan(2)
    expect(said).toContain(`voided        ${lines.filter(isVoided).length} of these votes`)
    const at = lines.findIndex(isVoided)
    writeFileSync(file, lines.with(at, (lines[at] ?? '').replaceAll('VOIDED', 'ADOPTED')).join('\n'))
    expect(await verify(file)).toMatchObject({ status: 1, said: expect.stringContaining('record/') })
  }, 60_000)
})
