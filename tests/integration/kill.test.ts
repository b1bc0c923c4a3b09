/** The server is killed the moment somebody else has seen a sentence; it is there afterwards. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openText, type LiveText } from '#tests/support'

const rounds = 3

test('a sentence that another person saw outlives SIGKILL', { timeout: 120_000 }, async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'plenary-kill-'))
  try {
    for (let round = 0; round < rounds; round++) {
      const sentence = `Seen in round ${round}.`
      const first = await start(dataFolder)
      const id = await documentId(first, 'C.2.2')
      const writer = await enter(first, 'ngo-hotline', id)
      const witness = await enter(first, 'labour', id)
      const dead = new Promise(resolve => first.process.once('exit', resolve))
      // In the very callback that shows it: nothing of the server runs between the sight and the kill.
      const seen = new Promise<void>(resolve => {
        witness.doc.on('update', () => {
          if (!witness.text().includes(sentence)) return
          first.process.kill('SIGKILL')
          resolve()
        })
      })
      writer.write(sentence)
      await seen
      await dead
      writer.leave()
      witness.leave()

      const second = await start(dataFolder)
      const reader = await enter(second, 'rapporteur', id)
      expect(reader.text()).toContain(sentence)
      reader.leave()
      const ended = new Promise(resolve => second.process.once('exit', resolve))
      second.process.kill('SIGTERM')
      expect(await ended).toBe(0)
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
})

interface Started {
  readonly process: ChildProcess
  readonly url: string
}

async function start(dataFolder: string): Promise<Started> {
  const env = { ...process.env, PORT: '0', PLENARY_DATA: dataFolder, PLENARY_LIMITS: 'off' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/demo.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Plenary is ready at (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { process: child, url }
  }
  throw new Error('the server ended before it was ready')
}

async function signIn(url: string, role: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${role}@demo.example`, password: 'demonstration' }),
  })
  expect(response.status).toBe(204)
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

async function documentId({ url }: Started, code: string): Promise<string> {
  const response = await fetch(`${url}/api/documents`, { headers: { cookie: await signIn(url, 'secretariat') } })
  const documents: { id: string; code: string }[] = await response.json()
  return documents.find(document => document.code === code)?.id ?? ''
}

async function enter({ url }: Started, role: string, id: string): Promise<LiveText> {
  return openText(url, await signIn(url, role), id)
}
