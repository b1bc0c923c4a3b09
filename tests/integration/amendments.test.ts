/** Amendments to a submitted text, from their proposal to the vote on the text that they made, over a real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterHouse, startTestServer, sure, type House, type TestServer } from '#tests/support'
import { amendmentsByGroupAndYear } from '#server/amendment'
import { passagesOf } from '#shared/amendment'

let server: TestServer
let house: House

beforeAll(async () => {
  server = await startTestServer({ demo: true })
  house = enterHouse(server)
})
afterAll(() => server.close())

const chair = 'chair-protection'

interface Text {
  readonly id: string
  readonly digest: string
  readonly passage: { readonly place: readonly number[]; readonly words: string }
}

async function textOf(id: string): Promise<Text> {
  const version = await sure(house.as(chair, 'GET', `/api/versions/${id}`))
  const passage = passagesOf(version.content.narrative).find(({ words }) => /^\w+ \w+/u.test(words))
  if (!passage) throw new Error('a text without words')
  return { id, digest: version.digest, passage }
}

async function propose(role: string, text: Text, quote: string, replacement: string) {
  const { seats } = await sure(house.as(role, 'GET', `/api/versions/${text.id}/amendments`))
  return house.as(role, 'POST', `/api/versions/${text.id}/amendments`, {
    seatId: seats[0]?.seatId ?? 'none',
    digest: text.digest,
    changes: [{ place: text.passage.place, quote, replacement }],
    reason: 'It says more.',
  })
}

const list = async (versionId: string) =>
  (await sure(house.as(chair, 'GET', `/api/versions/${versionId}/amendments`))).amendments

const problemsOf = async (kind: string, id: string): Promise<readonly string[]> =>
  (await sure(house.as(chair, 'GET', `/api/motions/preflight?subjectKind=${kind}&subjectId=${id}`))).problems

async function adopt(kind: 'amendment' | 'sectionVersion', id: string): Promise<string> {
  const motionId = await house.openVote(chair, kind, id)
  await house.castAllYes(motionId, chair)
  await sure(house.close(chair, motionId))
  return motionId
}

test('[V4] amendments are voted on before the text, the furthest first; an accepted one makes a new version', async () => {
  const text = await textOf(await house.submit('C.3.2'))
  const words = text.passage.words.trim().split(' ')
  const [first, second] = [words.slice(0, 2).join(' '), words.slice(2, 6).join(' ')]

  const near = (await sure(propose('welfare', text, first, `${first} surely`))).id
  const far = (await sure(propose('ngo-shelter', text, second, 'other words in the place of these, many of them'))).id
  expect((await list(text.id)).map((one: any) => [one.id, one.next])).toEqual([
    [far, true],
    [near, false],
  ])

  expect(await problemsOf('amendment', near)).toMatchObject([{ type: 'amendments-in-order', amendmentId: far }])
  expect(await problemsOf('sectionVersion', text.id)).toEqual([{ type: 'amendments-open', open: 2 }])
  expect(await problemsOf('amendment', far)).toEqual([])

  const motionId = await house.openVote(chair, 'amendment', far)
  expect(await problemsOf('amendment', near)).toMatchObject([{ type: 'amendments-in-order', amendmentId: far }])
  expect(await house.as('ngo-shelter', 'POST', `/api/amendments/${far}/withdraw`)).toMatchObject({
    status: 409,
    body: { type: expect.stringContaining('amendment-moved-on') },
  })
  await house.castAllYes(motionId, chair)
  await sure(house.close(chair, motionId))

  const before = await sure(house.as(chair, 'GET', `/api/versions/${text.id}`))
  expect(before.state).toBe('superseded')
  const { amendedBy } = await sure(house.as(chair, 'GET', `/api/versions/${text.id}/amendments`))
  const made = await textOf(amendedBy.id)
  expect(made.digest).not.toBe(text.digest)
  expect(made.passage.words).toBe(text.passage.words.replace(second, 'other words in the place of these, many of them'))

  // The nearer one goes on, on the new text.
  expect(await list(made.id)).toMatchObject([
    { id: near, state: 'proposed', next: true, version: { id: made.id } },
    { id: far, state: 'adopted', result: { id: made.id }, motion: { outcome: 'ADOPTED' } },
  ])
  expect(await problemsOf('sectionVersion', made.id)).toEqual([{ type: 'amendments-open', open: 1 }])
  await adopt('amendment', near)
  const { amendedBy: last } = await sure(house.as(chair, 'GET', `/api/versions/${made.id}/amendments`))
  await adopt('sectionVersion', last.id)
  expect((await sure(house.as(chair, 'GET', `/api/versions/${last.id}`))).state).toBe('adopted')

  const verified = await sure(house.as('secretariat', 'GET', '/api/record/check'))
  expect(verified).toMatchObject({ ok: true })
})

test('[A2] only words that stand once in the text are amended, and only for a seat of the group or of the NWG', async () => {
  const text = await textOf(await house.submit('C.3.3'))
  expect(await propose('welfare', text, 'words that nobody wrote', 'others')).toMatchObject({ status: 409 })
  const quote = text.passage.words.trim().split(' ').slice(0, 2).join(' ')
  expect(await propose('secretariat', text, quote, 'x')).toMatchObject({ status: 403 })
  expect(await propose('interior', text, quote, 'Other words')).toMatchObject({ status: 201 })
})

test('[A3] an amendment has its disposition when it is withdrawn, or when its text is; [A4] the record keeps each', async () => {
  const text = await textOf(await house.submit('C.3.4'))
  const quote = text.passage.words.trim().split(' ').slice(0, 2).join(' ')
  const one = (await sure(propose('ngo-shelter', text, quote, 'Quite other words'))).id
  const two = (await sure(propose('welfare', text, quote, 'Words'))).id
  await sure(house.as('ngo-shelter', 'POST', `/api/amendments/${one}/withdraw`))
  await sure(house.as(chair, 'POST', `/api/versions/${text.id}/withdraw`))
  const states = Object.fromEntries((await list(text.id)).map((each: any) => [each.id, each.state]))
  expect(states).toEqual({ [one]: 'withdrawn', [two]: 'overtaken' })

  const figures = await amendmentsByGroupAndYear(server.deps.read)
  const ofNgos = figures.filter(({ constituency }) => constituency === 'NGO')
  expect(ofNgos).toMatchObject([
    { proposed: 2, dispositions: { adopted: 1, notAdopted: 0, withdrawn: 1, overtaken: 0 } },
  ])
})

test('[A3] who reads the text that an amendment made sees what became of those that it left without their words', async () => {
  const text = await textOf(await house.submit('C.3.5'))
  const quote = text.passage.words.trim().split(' ').slice(0, 3).join(' ')
  const far = (await sure(propose('ngo-shelter', text, quote, 'quite other words than these, and more of them'))).id
  const near = (await sure(propose('welfare', text, quote, `${quote} surely`))).id
  await adopt('amendment', far)
  const { amendedBy } = await sure(house.as(chair, 'GET', `/api/versions/${text.id}/amendments`))
  const shown = (await list(amendedBy.id)).map((one: any) => [one.id, one.state])
  expect(shown).toHaveLength(2)
  expect(new Map(shown)).toEqual(
    new Map([
      [far, 'adopted'],
      [near, 'overtaken'],
    ]),
  )
})
