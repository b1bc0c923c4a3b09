import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { childrenTemplate, napTemplate } from '#shared/plan/template'
import { verifyChain } from '#shared/record'
import { recordTable, sectionsTable, workspaceTable } from '#server/db'
import { loadGroups } from '#server/group'
import { cookieOf, goodPassword, openDoor, type Door } from '../../tests/support/door.ts'
import { ensureSetupToken } from './token.ts'

let door: Door
let token: string

beforeEach(async () => {
  door = await openDoor()
  token = (await ensureSetupToken(door.deps)) ?? ''
})
afterEach(() => door.close())

const least = () => ({
  token,
  country: 'Varnia',
  workspaceName: 'National response',
  secretariat: {
    name: 'Tomas Reith',
    email: 'Tomas@Example.org',
    password: goodPassword,
    organisationName: 'National Secretariat',
  },
  nationalCoordinator: null,
  lines: [],
  thematicGroups: [],
})
const head = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` })
const full = () => ({
  ...least(),
  nationalCoordinator: {
    ...head('Ilira'),
    organisationName: 'Ministry of Interior',
    act: 'Decree 4 of 2026',
    line: 'interior',
  },
  lines: [
    { key: 'interior', state: 'filled', organisationName: 'Ministry of Interior', head: head('Marek') },
    { key: 'ngo-assistance', state: 'filled', organisationName: 'Harbour House', head: head('Noor') },
    { key: 'child-agency', state: 'filled', organisationName: 'Agency for Children', head: null },
    { key: 'police-academy', state: 'notApplicable' },
  ],
  thematicGroups: [{ code: 'protection', lines: ['interior', 'ngo-assistance'], chairLine: 'ngo-assistance' }],
})
const post = (body: object) => door.request('POST', '/setup', { body })

describe('the link', () => {
  test('is valid, and another is not', async () => {
    expect((await door.request('GET', `/setup/${token}`)).status).toBe(204)
    expect((await door.request('GET', `/setup/${'x'.repeat(43)}`)).status).toBe(404)
  })

  test('of an earlier start stops working', async () => {
    await ensureSetupToken(door.deps)
    expect((await door.request('GET', `/setup/${token}`)).status).toBe(404)
    expect((await post(least())).body.type).toBe('/problems/setup-not-valid')
  })

  test('is over once the workspace stands, and no start makes another', async () => {
    expect((await post(least())).status).toBe(201)
    expect((await door.request('GET', `/setup/${token}`)).status).toBe(404)
    expect((await post(least())).body.type).toBe('/problems/setup-not-valid')
    expect(await ensureSetupToken(door.deps)).toBeNull()
  })

  test('used twice at once sets up one workspace', async () => {
    const both = await Promise.all([post(least()), post({ ...least(), country: 'Elsewhere' })])
    expect(both.map(answer => answer.status)).toEqual(expect.arrayContaining([201, 404]))
    expect(await door.deps.read.select().from(workspaceTable)).toHaveLength(1)
  })
})

describe('setting up', () => {
  test('[G1] signs the Secretariat in, and fills what was given', async () => {
    const answer = await post(full())
    expect(answer.status).toBe(201)
    const me = (await door.request('GET', '/me', { cookie: cookieOf(answer) })).body
    expect(me).toMatchObject({
      person: { name: 'Tomas Reith', email: 'tomas@example.org' },
      offices: ['secretariat'],
      confidentialityConfirmedAt: null,
      workspace: { country: 'Varnia', demo: false },
    })
    expect(answer.body.invitations.map((link: { name: string }) => link.name)).toEqual(['Ilira', 'Marek', 'Noor'])
    expect((await door.request('GET', '/workspace')).body).toEqual({
      setUp: true,
      name: 'National response',
      country: 'Varnia',
      demo: null,
    })
  })

  test('[G9] every line of the composition is filled, vacant or not applicable', async () => {
    await post(full())
    const [nwg] = await loadGroups(door.deps.read, door.deps.now())
    const by = (label: string) => nwg?.seats.find(seat => seat.label === label)
    expect(nwg?.seats).toHaveLength(20)
    expect(by('Ministry of Interior')).toMatchObject({
      organisationName: 'Ministry of Interior',
      representatives: [{ name: 'Marek', rank: 'head' }],
    })
    expect(by('Ministry of Justice')).toMatchObject({ organisationId: null, notApplicable: false })
    expect(by('Police Academy')).toMatchObject({ organisationId: null, notApplicable: true })
  })

  test('[G6] the National Co-ordinator chairs the NWG; a thematic group has the chair it was given', async () => {
    await post(full())
    const groups = await loadGroups(door.deps.read, door.deps.now())
    expect(groups.map(group => [group.code, group.chair?.name ?? null])).toEqual([
      ['nwg', 'Ilira'],
      ['prevention', null],
      ['protection', 'Noor'],
      ['prosecution', null],
      ['children', null],
    ])
  })

  test('[P4] both plans stand, every section owned by a group, and the record’s chain holds', async () => {
    await post(full())
    const sections = await door.deps.read.select().from(sectionsTable)
    expect(sections).toHaveLength(napTemplate.length + childrenTemplate.length)
    const entries = await door.deps.read.select().from(recordTable).orderBy(recordTable.number)
    expect(entries[0]?.act).toBe('workspace.created')
    expect(verifyChain(entries.map(({ number, entry, digest }) => ({ number, text: entry, digest })))).toBeNull()
  })

  test('the least that is asked for is enough', async () => {
    const answer = await post(least())
    expect(answer).toMatchObject({ status: 201, body: { invitations: [] } })
  })

  test.each([
    { what: 'an unknown line', change: { lines: [{ key: 'navy', state: 'notApplicable' }] }, type: 'invalid-input' },
    {
      what: 'a line given twice',
      change: {
        lines: [
          { key: 'interior', state: 'notApplicable' },
          { key: 'interior', state: 'notApplicable' },
        ],
      },
      type: 'invalid-input',
    },
    {
      what: 'a thematic seat for a vacant line',
      change: { thematicGroups: [{ code: 'children', lines: ['education'], chairLine: null }] },
      type: 'invalid-input',
    },
    {
      what: 'a chair from outside the group',
      change: { thematicGroups: [{ code: 'children', lines: ['interior'], chairLine: 'ngo-assistance' }] },
      type: 'invalid-input',
    },
    {
      what: 'one organisation on two lines',
      change: {
        lines: [
          { key: 'labour', state: 'filled', organisationName: 'Ministry', head: null },
          { key: 'justice', state: 'filled', organisationName: 'MINISTRY', head: null },
        ],
        thematicGroups: [],
      },
      type: 'organisation-already-seated',
    },
    {
      what: 'one address in two organisations',
      change: {
        lines: [
          { key: 'labour', state: 'filled', organisationName: 'Labour', head: head('Same') },
          { key: 'justice', state: 'filled', organisationName: 'Justice', head: head('Same') },
        ],
        thematicGroups: [],
      },
      type: 'email-taken',
    },
    {
      what: 'a password that is the address',
      change: { secretariat: { ...least().secretariat, password: 'tomas@example.org' } },
      type: 'password-guessable',
    },
  ])('is refused with $what, and leaves nothing behind', async ({ change, type }) => {
    expect((await post({ ...full(), ...change })).body.type).toBe(`/problems/${type}`)
    expect(await door.deps.read.select().from(recordTable)).toEqual([])
    expect((await post(full())).status).toBe(201)
  })
})
