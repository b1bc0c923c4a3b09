/** Terms of reference over a real server: written together, adopted, and in force for the votes opened afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '#shared/core'
import { enterHouse, openText, startTestServer, sure, type House, type TestServer } from '#tests/support'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterAll(() => server.close())

const get = (role: string, path: string) => sure(house.as(role, 'GET', path))
const post = (role: string, path: string, body: unknown = {}) => house.as(role, 'POST', path, body)
const listed = (role = 'secretariat'): Promise<any[]> => get(role, '/api/terms')
const entryOf = async (code: string, kind = code === 'nwg' ? 'nwg' : 'twg') =>
  (await listed()).find(terms => terms.group.code === code && terms.kind === kind)
const termsOf = async (code: string, role = 'secretariat') => get(role, `/api/terms/${(await entryOf(code)).id}`)
const change = async (role: string, code: string, changes: unknown, digest?: string) => {
  const terms = await termsOf(code)
  return house.as(role, 'PATCH', `/api/terms/${terms.id}/settings`, {
    digest: digest ?? terms.settings.digest,
    changes,
  })
}
async function submit(role: string, code: string) {
  const { id } = await entryOf(code)
  const { digest } = await get(role, `/api/terms/${id}/preview`)
  return sure(post(role, `/api/terms/${id}/versions`, { digest }))
}
async function adopt(chair: string, versionId: string) {
  const motionId = await house.openVote(chair, 'termsVersion', versionId)
  await house.castAllYes(motionId, chair)
  await sure(house.close(chair, motionId))
  return motionId
}
const recordedActs = async () =>
  (await get('secretariat', '/api/record?limit=100')).entries.map((entry: any) => entry.act as string)

describe('what the demonstration holds', () => {
  test('[G10] every body has terms of reference: of two they are in force, of one on their way', async () => {
    const states = (await listed()).map(({ name, inForce, pending }) => [
      name,
      inForce?.number ?? null,
      pending?.state ?? null,
    ])
    expect(states).toEqual([
      ['National Co-ordinator', null, null],
      ['National Secretariat', null, null],
      ['National Working Group', 1, null],
      ['Prevention', null, null],
      ['Support and Protection', null, 'submitted'],
      ['Investigation and Prosecution', 1, null],
      ['Trafficking in Children', null, null],
    ])
  })

  test('[G10] a group votes by the rules of its terms in force, and by the default without', async () => {
    const rules = async (code: string) => {
      const groups: any[] = await get('secretariat', '/api/groups')
      return (await get('secretariat', `/api/groups/${groups.find(group => group.code === code).id}`)).rules
    }
    expect((await rules('nwg')).planMajority).toBe('TWO_THIRDS_ALL')
    expect((await rules('prosecution')).quorumMoreThan).toEqual({ numerator: 3, denominator: 5 })
    expect((await rules('protection')).ngoPolicy).toBe('SUSPENSIVE')
  })

  test('[L1] the record vouches for text and settings of every version', async () => {
    const check = await get('secretariat', '/api/record/check')
    expect(check).toMatchObject({ ok: true })
  })
})

describe('writing', () => {
  test('[G10] a member writes the text of its group, a neighbour reads it, and both see the same', async () => {
    const { id } = await entryOf('prevention')
    const member = await openText(server.url, await house.cookie('labour'), id)
    const neighbour = await openText(server.url, await house.cookie('welfare'), id)
    expect(member.text()).toContain('Purpose')
    member.write('The group meets where people are recruited.')
    await neighbour.sees('The group meets where people are recruited.')
    neighbour.write('A stranger writes.')
    expect(await neighbour.closed()).toBe(4403)
    expect(member.text()).not.toContain('A stranger writes.')
    member.leave()
    neighbour.leave()
  })

  test('[G10] the documents name them, with who may write', async () => {
    const documents: any[] = await get('secretariat', '/api/documents')
    const terms = documents.filter(one => one.kind === 'terms')
    expect(terms.filter(one => one.access === 'edit').map(one => one.title)).toEqual([
      'Terms of reference: National Co-ordinator',
      'Terms of reference: National Secretariat',
      'Terms of reference: National Working Group',
    ])
    expect(terms).toHaveLength(7)
  })

  test('[G10] of two who change the settings at once, the second is told and nothing is lost', async () => {
    const { settings } = await termsOf('prevention')
    expect((await change('labour', 'prevention', { extensions: 2 })).status).toBe(200)
    const late = await change('education', 'prevention', { ngoHoldMs: 10 * dayMs }, settings.digest)
    expect(late).toMatchObject({ status: 409, body: { type: '/problems/settings-moved-on' } })
    const now = await termsOf('prevention')
    expect(late.body).toMatchObject({ digest: now.settings.digest, by: now.settings.changedBy })
    expect(now.settings.draft.rules).toMatchObject({ extensions: 2, ngoHoldMs: 7 * dayMs })
    expect((await change('education', 'prevention', { ngoHoldMs: 10 * dayMs })).status).toBe(200)
    expect((await termsOf('prevention')).settings.draft.rules).toMatchObject({ extensions: 2, ngoHoldMs: 10 * dayMs })
  })

  test('[G10] a bound is not crossed, and nothing changes', async () => {
    const { settings } = await termsOf('prevention')
    expect(await change('labour', 'prevention', { ngoMinimum: 0, extensions: 1 })).toMatchObject({
      status: 422,
      body: { type: '/problems/settings-out-of-bounds', faults: [{ field: 'ngoMinimum', reason: 'too-small' }] },
    })
    expect((await change('labour', 'prevention', { ngoSeatsVote: false })).status).toBe(400)
    expect((await termsOf('prevention')).settings.digest).toBe(settings.digest)
  })

  test.each(['welfare', 'io-children', 'rapporteur', 'secretariat'])(
    '[G10] %s changes nothing in the terms of the Prevention group',
    async role => {
      expect((await change(role, 'prevention', { extensions: 0 })).status).toBe(403)
      const { id } = await entryOf('prevention')
      const { digest } = await get(role, `/api/terms/${id}/preview`)
      expect((await post(role, `/api/terms/${id}/versions`, { digest })).status).toBe(403)
    },
  )

  test('[G10] the terms of an office carry no rules', async () => {
    const { id } = await entryOf('nwg', 'secretariat')
    expect((await get('welfare', `/api/terms/${id}`)).settings).toBeNull()
    const body = { digest: '0'.repeat(64), changes: {} }
    expect(await house.as('secretariat', 'PATCH', `/api/terms/${id}/settings`, body)).toMatchObject({
      status: 409,
      body: { type: '/problems/terms-without-settings' },
    })
  })
})

describe('adopting', () => {
  test('[E1] what is submitted is what was looked at, once, and can be taken back', async () => {
    const { id } = await entryOf('prevention')
    const { digest } = await get('labour', `/api/terms/${id}/preview`)
    await sure(change('labour', 'prevention', { tieRestMs: 2 * dayMs }))
    expect(await post('labour', `/api/terms/${id}/versions`, { digest })).toMatchObject({
      status: 409,
      body: { type: '/problems/text-moved-on' },
    })
    const version = await submit('labour', 'prevention')
    expect(version).toMatchObject({ number: 1, state: 'submitted', intact: true, before: { version: null } })
    const again = await get('labour', `/api/terms/${id}/preview`)
    expect(again.submittedAs).toMatchObject({ number: 1 })
    expect(await post('labour', `/api/terms/${id}/versions`, { digest: again.digest })).toMatchObject({
      status: 409,
      body: { type: '/problems/terms-already-submitted', number: 1 },
    })
    expect((await post('ngo-hotline', `/api/terms-versions/${version.id}/withdraw`)).status).toBe(403)
    expect((await post('labour', `/api/terms-versions/${version.id}/withdraw`)).status).toBe(204)
    expect(await post('labour', `/api/terms-versions/${version.id}/withdraw`)).toMatchObject({ status: 409 })
  })

  test('[G10] adopted, they are in force for the next vote, and a vote under way keeps its own', async () => {
    const { group } = await entryOf('prevention')
    await sure(change('labour', 'prevention', { 'majority.section': 'TWO_THIRDS_ALL', ngoPolicy: 'VETO' }))
    const underWay = await house.openVote('chair-prevention', 'sectionVersion', await house.submit('C.2.2'))
    expect((await get('secretariat', `/api/groups/${group.id}/terms`)).inForce).toBeNull()

    const version = await submit('labour', 'prevention')
    const motionId = await adopt('chair-prevention', version.id)
    const adopted = await get('welfare', `/api/terms-versions/${version.id}`)
    expect(adopted).toMatchObject({ state: 'adopted', terms: { name: 'Prevention' } })
    expect(await get('welfare', `/api/motions/${motionId}`)).toMatchObject({
      outcome: 'ADOPTED',
      majority: 'TWO_THIRDS_ALL',
      rulesKind: 'ruleSet',
      subject: {
        title: 'Terms of reference: Prevention',
        name: { kind: 'termsVersion', office: null, group: 'Prevention' },
      },
    })

    expect(await get('labour', `/api/motions/${underWay}`)).toMatchObject({
      majority: 'SIMPLE',
      ngoPolicy: 'SUSPENSIVE',
    })
    const next = await house.openVote('chair-prevention', 'sectionVersion', await house.submit('C.2.3'))
    const seen = await get('labour', `/api/motions/${next}`)
    expect(seen).toMatchObject({ majority: 'TWO_THIRDS_ALL', ngoPolicy: 'VETO' })
    expect(seen.ruleSetDigest).toBe(adopted.ruleSetDigest)
    await house.castAllYes(underWay, 'chair-prevention')
    await sure(house.close('chair-prevention', underWay))
    expect(await get('labour', `/api/motions/${underWay}`)).toMatchObject({ outcome: 'ADOPTED', majority: 'SIMPLE' })
  })

  test('[G10] which terms were in force at a moment is told for good; the next version supersedes', async () => {
    const { group } = await entryOf('prevention')
    const first = (await entryOf('prevention')).inForce
    server.advance(60_000)
    await sure(change('labour', 'prevention', { ngoPolicy: 'SUSPENSIVE' }))
    const version = await submit('labour', 'prevention')
    expect(version.before).toMatchObject({ version: { id: first.id }, settings: { rules: { ngoPolicy: 'VETO' } } })
    await adopt('chair-prevention', version.id)
    const at = async (when: number) => (await get('welfare', `/api/groups/${group.id}/terms?at=${when}`)).inForce
    expect(await at(first.since - 1)).toBeNull()
    expect(await at(first.since)).toMatchObject({ id: first.id })
    expect((await get('welfare', `/api/groups/${group.id}/terms`)).inForce).toMatchObject({ id: version.id })
    expect((await get('welfare', `/api/terms-versions/${first.id}`)).state).toBe('superseded')
    expect(await recordedActs()).toEqual(
      expect.arrayContaining(['termsVersion.adopted', 'termsVersion.superseded', 'termsVersion.putToVote']),
    )
  })

  test('[G10, E9] the second version is compared with the first, word by word and rule by rule; the first with none', async () => {
    const { id, inForce } = await entryOf('prevention')
    const [second, first] = (await get('welfare', `/api/terms/${id}`)).versions.filter((one: any) => one.inForceAt)
    expect(inForce.id).toBe(second.id)
    const compare = (role: string, of: string, from?: string) =>
      house.as(role, 'GET', `/api/terms-versions/${of}/comparison${from === undefined ? '' : `?from=${from}`}`)
    for (const role of ['welfare', 'ngo-hotline', 'io-children', 'rapporteur']) {
      expect(await sure(compare(role, second.id))).toMatchObject({
        from: { id: first.id, content: { settings: { rules: { ngoPolicy: 'VETO' } } } },
        to: { id: second.id, content: { settings: { rules: { ngoPolicy: 'SUSPENSIVE' } } } },
      })
    }
    const alone = await sure(compare('welfare', first.id))
    expect(alone).toMatchObject({ from: null, to: { id: first.id } })
    expect(alone.versions).toHaveLength(3)
    expect(await sure(compare('welfare', first.id, second.id))).toMatchObject({ from: { id: second.id } })

    const elsewhere = (await entryOf('prosecution')).inForce.id
    for (const [of, from] of [
      [second.id, elsewhere],
      ['0'.repeat(second.id.length), undefined],
    ]) {
      expect(await compare('welfare', of, from)).toMatchObject({ status: 404 })
    }
    expect(await server.call(null, 'GET', `/api/terms-versions/${second.id}/comparison`)).toMatchObject({ status: 401 })
  })

  test('[G10, E9] a vote says with which version its text is compared, and of a first one that there is none', async () => {
    const { versions } = await termsOf('prevention')
    const votes: any[] = (await get('welfare', '/api/motions?state=decided')).motions
    const comparedWith = async (number: number) => {
      const subject = versions.find((version: any) => version.number === number).id
      const vote = votes.find(motion => motion.subject.id === subject)
      return (await get('welfare', `/api/motions/${vote.id}`)).comparedWith
    }
    expect([await comparedWith(2), await comparedWith(3)]).toEqual([null, 2])
  })

  test('[G10] a group’s rules change in no other way', async () => {
    const { group } = await entryOf('protection')
    const rules = { ngoPolicy: 'NONE' }
    for (const [method, path] of [
      ['PATCH', `/api/groups/${group.id}`],
      ['PUT', `/api/groups/${group.id}/rules`],
    ] as const) {
      expect((await house.as('secretariat', method, path, { rules })).status).toBe(404)
    }
    const body = { code: 'labour', name: 'Labour exploitation', ruleSet: rules }
    expect((await post('secretariat', '/api/groups', body)).status).toBe(400)
  })

  test('[G10] a group that is added begins with an outline and the default rules', async () => {
    await sure(post('secretariat', '/api/groups', { code: 'labour', name: 'Labour exploitation' }))
    expect(await entryOf('labour')).toMatchObject({ name: 'Labour exploitation', inForce: null, pending: null })
    expect((await termsOf('labour')).settings.draft.rules).toMatchObject({ ngoMinimum: 1, ngoPolicy: 'SUSPENSIVE' })
  })
})

describe('memoranda', () => {
  test('[G10] seated NGOs without one in force are named; the Secretariat registers and ends', async () => {
    const { memoranda, without } = await get('welfare', '/api/memoranda')
    expect(without.map((one: any) => one.name)).toEqual(['Children First', 'Open Door Legal Aid'])
    expect(memoranda.map((one: any) => one.standing)).toEqual(['expired', 'inForce', 'inForce'])
    const [{ id: organisationId }] = without
    const body = { organisationId, reference: 'MoU 1/2027', validFrom: server.deps.now(), validUntil: null }
    expect((await post('welfare', '/api/memoranda', body)).status).toBe(403)
    const { id } = await sure(post('secretariat', '/api/memoranda', body))
    expect((await get('welfare', '/api/memoranda')).without.map((one: any) => one.name)).toEqual([
      'Open Door Legal Aid',
    ])
    await sure(post('secretariat', `/api/memoranda/${id}/end`, { reason: 'The NGO has left the country.' }))
    expect((await post('secretariat', `/api/memoranda/${id}/end`, { reason: 'Again.' })).status).toBe(409)
    expect((await get('welfare', '/api/memoranda')).without).toHaveLength(2)
    expect(await recordedActs()).toEqual(expect.arrayContaining(['memorandum.registered', 'memorandum.ended']))
  })

  test('[G10] one is registered with an NGO, and not for less than no time', async () => {
    const organisations: any[] = await get('secretariat', '/api/organisations')
    const idOf = (kind: string) => organisations.find(one => one.kind === kind).id
    const body = (kind: string, until: number) => ({
      organisationId: idOf(kind),
      reference: 'MoU',
      validFrom: 10,
      validUntil: until,
    })
    expect((await post('secretariat', '/api/memoranda', body('ministry', 20))).body.type).toBe(
      '/problems/memorandum-not-with-ngo',
    )
    expect((await post('secretariat', '/api/memoranda', body('ngo', 10))).body.type).toBe(
      '/problems/memorandum-ends-before-it-starts',
    )
  })

  test('[G10] a seat without a memorandum keeps its vote', async () => {
    const motionId = await house.openVote('chair-protection', 'sectionVersion', await house.submit('C.3.2'))
    const { roster } = await get('chair-protection', `/api/motions/${motionId}`)
    expect(roster.some((seat: any) => seat.organisationName === 'Open Door Legal Aid')).toBe(true)
  })
})
