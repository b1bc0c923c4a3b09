/** Starting where something is in the way, and ending with everybody still there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig, type Config } from '../../../server/config.ts'
import { silentLog } from '../../../server/log.ts'
import { projectRoot } from '../../../server/root.ts'
import { serve } from '../../../server/serve.ts'
import { StartRefusal } from '../../../server/start-refusal.ts'

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'plenary-start-'))
})
afterEach(() => rm(dataFolder, { recursive: true, force: true }))

function configFor(env: Readonly<Record<string, string>>): Config {
  const outcome = readConfig({ PORT: '0', PLENARY_DATA: dataFolder, ...env }, projectRoot())
  if (!outcome.ok) throw new Error(outcome.sentence)
  return outcome.config
}

const start = (env: Readonly<Record<string, string>> = {}) =>
  serve(configFor(env), { root: projectRoot(), log: silentLog, now: Date.now })

test('two servers do not run over one data folder, and the first goes on', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow(StartRefusal)
  expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200)
  await first.close()
  const next = await start()
  await next.close()
})

test('the demonstration workspace is not served to a network, whatever the settings say', async () => {
  await (await start({ PLENARY_DEMO: '1' })).close()
  await expect(start({ HOST: '0.0.0.0' })).rejects.toThrow(StartRefusal)
})

test('[G1] of many who set the workspace up at once one does, and it is not taken for the demonstration', async () => {
  const server = await start({ PLENARY_LIMITS: 'off' })
  const body = {
    token: new URL(server.setupLink ?? '').searchParams.get('token'),
    country: 'Anyland',
    workspaceName: 'Plan of Anyland',
    secretariat: {
      name: 'S. Ecretary',
      email: 's@example.org',
      password: 'four sheep on a ferry',
      organisationName: 'Secretariat',
    },
    nationalCoordinator: null,
    lines: [],
    thematicGroups: [],
  }
  const setUp = () =>
    fetch(`http://127.0.0.1:${server.port}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const statuses = await Promise.all([setUp(), setUp(), setUp()].map(async answer => (await answer).status))
  expect(statuses.filter(status => status < 300)).toHaveLength(1)
  expect(statuses.filter(status => status === 404)).toHaveLength(2)
  await server.close()
  await expect(start({ PLENARY_DEMO: '1' })).rejects.toThrow(StartRefusal)
})

test('a start that fails lets go of the folder', async () => {
  await writeFile(join(dataFolder, 'plenary.sqlite'), 'no database at all, but long enough to be read as one')
  await expect(start()).rejects.toThrow('not a database')
  await rm(join(dataFolder, 'plenary.sqlite'))
  await (await start()).close()
})

describe('settings', () => {
  test.each([
    ['PORT', ''],
    ['PORT', '0x1F90'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'example.org'],
    ['HOST', ''],
    ['PLENARY_DATA', ''],
    ['PLENARY_ORIGIN', 'https://plan.example.org/'],
    ['PLENARY_ORIGIN', 'javascript:0'],
    ['PLENARY_DEMO', 'yes'],
    ['PLENARY_LIMITS', 'none'],
    ['PLENARY_DEMO_PASSWORD', 'short'],
    ['PLENARY_UNKNOWN', '1'],
  ])('%s=%j stops the start with a sentence about it', (name, value) => {
    const outcome = readConfig({ [name]: value }, '/')
    expect(outcome).toEqual({ ok: false, sentence: expect.stringMatching(new RegExp(`^${name}\\b.*\\.$`)) })
  })
})
