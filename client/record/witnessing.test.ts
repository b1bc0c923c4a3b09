import { generateKeyPairSync, sign, verify, createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ok, utf8, type Result } from '#shared/core'
import {
  checkpointText,
  consistencyRanges,
  emptyFrontier,
  grow,
  leafDigest,
  originOf,
  positionOf,
  rootOfFrontier,
  rootsOfRanges,
  workspaceNoteKey,
  workspaceSignature,
  writeNote,
  type Ed25519Signed,
} from '#shared/record'
import type { ApiProblem } from '../api/call.ts'
import { lookAtRecord, type RecordAsked, type Seen } from './witnessing.ts'

const check = async ({ publicKey, text, signature }: Ed25519Signed) =>
  verify(
    null,
    utf8(text),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  )

/** A server that shows a record of these texts, with proofs that fit it. */
function makeServer(keys = generateKeyPairSync('ed25519')) {
  const publicKey = String(keys.publicKey.export({ format: 'jwk' }).x)
  const show = (texts: readonly string[], change: (note: string) => string = note => note) => {
    let tree = emptyFrontier
    const list: string[] = []
    for (const text of texts) {
      const grown = grow(tree, leafDigest(text))
      tree = grown.frontier
      list.push(...grown.completed)
    }
    const text = checkpointText({ origin: originOf(publicKey), size: tree.size, root: rootOfFrontier(tree) })
    const signature = workspaceSignature(
      workspaceNoteKey(publicKey),
      sign(null, utf8(text), keys.privateKey).toString('base64url'),
    )
    const note = change(writeNote({ text, signatures: [signature] }))
    const asked: RecordAsked = {
      checkpoint: async () => ok(note),
      key: async () => ok({ publicKey }),
      async consistency(from, to) {
        const path = [...rootsOfRanges(consistencyRanges(from, to), node => list[positionOf(node)] ?? '')]
        const head = { size: 0, root: '' }
        return ok({ from: head, to: head, path })
      },
    }
    return { asked, seen: { note, publicKey } satisfies Seen }
  }
  return { show, keys }
}

const kindOf = async (before: Seen | null, asked: RecordAsked) => {
  const look = await lookAtRecord(before, asked, check)
  if (!look.ok) return look.problem.type
  return look.value.kind === 'rewritten' ? `rewritten: ${look.value.why}` : look.value.kind
}

describe('a witness who looks at the record', () => {
  const { show, keys } = makeServer()
  const texts = ['a', 'b', 'c', 'd', 'e']
  const { seen } = show(texts.slice(0, 3))

  test.each([
    { what: 'the first time', before: null, now: show(texts), kind: 'first' },
    { what: 'again', before: seen, now: show(texts.slice(0, 3)), kind: 'continues' },
    { what: 'when it has grown', before: seen, now: show(texts), kind: 'continues' },
    { what: 'when it lost its end', before: seen, now: show(texts.slice(0, 2)), kind: 'rewritten: shorter' },
    { what: 'when an entry is another', before: seen, now: show(['a', 'x', 'c']), kind: 'rewritten: inconsistent' },
    {
      what: 'when an entry is another and it has grown',
      before: seen,
      now: show(['a', 'x', 'c', 'd', 'e']),
      kind: 'rewritten: inconsistent',
    },
    { what: 'when another key signs', before: seen, now: makeServer().show(texts), kind: 'rewritten: otherKey' },
    {
      what: 'when the signature does not fit',
      before: seen,
      now: show(texts, note => note.replace('\n5\n', '\n6\n')),
      kind: 'rewritten: notSigned',
    },
    {
      what: 'when it is no checkpoint',
      before: seen,
      now: show(texts, () => 'something else'),
      kind: 'rewritten: notSigned',
    },
  ])('[L2] $what: $kind', async ({ before, now, kind }) => {
    expect(await kindOf(before, now.asked)).toBe(kind)
  })

  test('[L2] is told nothing, neither good nor bad, when there is no answer; a refusal of the proof is one', async () => {
    const unreachable = async (): Promise<Result<never, ApiProblem>> => ({
      ok: false,
      problem: { type: 'unreachable' },
    })
    const { asked } = makeServer(keys).show(texts)
    expect(await kindOf(seen, { ...asked, checkpoint: unreachable })).toBe('unreachable')
    expect(await kindOf(seen, { ...asked, consistency: unreachable })).toBe('unreachable')
    const refused = async (): Promise<Result<never, ApiProblem>> => ({ ok: false, problem: { type: 'not-found' } })
    expect(await kindOf(seen, { ...asked, consistency: refused })).toBe('rewritten: inconsistent')
  })
})
