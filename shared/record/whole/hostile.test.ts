/** Files from somebody who means harm and has a key of their own: all is signed and chained, and none of it is sound. */
import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, canonicalJson, sha256Hex, type MotionId } from '#shared/core'
import { decide } from '#shared/motion'
import { buildVote } from '../../motion/build-motion.ts'
import { makeSigner } from '../../../tests/support/signer.ts'
import { checkpointText, originOf, workspaceNoteKey, workspaceSignature } from '../checkpoint.ts'
import type { Ed25519Signed } from '../checkpoint.ts'
import { chainStart } from '../entry.ts'
import { writeNote } from '../note.ts'
import { emptyFrontier, grow, leafDigest, rootOfFrontier } from '../tree.ts'
import { checkpointLine, entryLine, headerLine, recordFormat, voteLine, type RecordVote } from './file.ts'
import { verifyRecord } from './verify.ts'

const signer = makeSigner()

const holds = ({ publicKey, text, signature }: Ed25519Signed): boolean => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

const vote = buildVote({ electorate: 'S4 N2 P1', ballots: 'S 3Y1N, N 1Y1N, P 1Y' })
const decision = decide(vote.rules, vote.snapshot, vote.events)
const id = asId<MotionId>(vote.snapshot.motionId)
const eventLine = (event: unknown): string => JSON.stringify({ event, nonce: '' })
const sound: RecordVote = {
  frozen: canonicalJson({ rules: vote.rules, snapshot: vote.snapshot }),
  log: vote.events.map(event => canonicalJson({ event, nonce: '' })),
  decision: canonicalJson(decision),
}

interface Place {
  readonly number: number
  readonly previous: string
}

interface Forged {
  readonly vote?: Partial<RecordVote>
  /** Texts of entries, put in before all others; each is given its number and chained. */
  readonly more?: readonly ((place: Place) => string)[]
}

const entry = (act: string, facts: object, place: Place): string =>
  canonicalJson({ ...place, at: 1, act, actor: null, seat: null, subject: id, facts: facts as {} })

/** A file in which everything vouches for what it holds. */
function forge({ vote: changed = {}, more = [] }: Forged): Uint8Array {
  const held = { ...sound, ...changed }
  const { outcome, grade, tally } = decision
  const log = held.log.map(text => sha256Hex(text))
  const writers = [
    ...more,
    (place: Place) => entry('motion.opened', { snapshotDigest: sha256Hex(held.frozen) }, place),
    ...log.flatMap((eventDigest, index) =>
      held.log[index]?.includes('"closed"')
        ? []
        : [(place: Place) => entry('ballot.cast', { seq: index + 1, eventDigest }, place)],
    ),
    (place: Place) =>
      entry(
        'motion.closed',
        { outcome, grade, tally, events: log.length, eventsDigest: sha256Hex(canonicalJson(log)) },
        place,
      ),
  ]
  let [previous, tree, lines]: [string, typeof emptyFrontier, string] = [chainStart, emptyFrontier, '']
  for (const [index, write] of writers.entries()) {
    const text = write({ number: index + 1, previous })
    previous = sha256Hex(text)
    tree = grow(tree, leafDigest(text)).frontier
    lines += entryLine({ number: index + 1, text, digest: previous })
  }
  const { publicKey } = signer
  const text = checkpointText({ origin: originOf(publicKey), size: writers.length, root: rootOfFrontier(tree) })
  const signature = workspaceSignature(workspaceNoteKey(publicKey), signer.sign(text))
  const note = writeNote({ text, signatures: [signature] })
  const header = { format: recordFormat, publicKey, entries: writers.length, votes: [id], checkpoints: 1 } as const
  return new TextEncoder().encode(headerLine(header) + lines + voteLine(held) + checkpointLine(note))
}

const verdictOn = (forged: Forged) => verifyRecord(forge(forged), holds)
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

describe('[L1] the file of a forger', () => {
  test('that keeps to the rules verifies', () => {
    expect(verdictOn({})).toMatchObject({ ok: true, facts: { votes: 1 } })
  })

  test.each<{ what: string; vote: Partial<RecordVote> }>([
    { what: 'an event that is no JSON', vote: { log: ['{'] } },
    { what: 'an event that is nothing', vote: { log: ['null'] } },
    { what: 'an event of a type that there is not', vote: { log: [eventLine({ type: 'won', seq: 1 })] } },
    { what: 'an event without its parts', vote: { log: [eventLine({ type: 'ballot', seq: 1 })] } },
    { what: 'an event twice in one text', vote: { log: ['{"event":{"type":"closed"},"event":{"type":"ballot"}}'] } },
    { what: 'a million lists in each other', vote: { log: [deep(1_000_000)] } },
    { what: 'nothing frozen', vote: { frozen: 'null' } },
    { what: 'no rules', vote: { frozen: canonicalJson({ snapshot: vote.snapshot as {} }) } },
    { what: 'an electorate that is a number', vote: { frozen: '{"rules":{},"snapshot":{"electorate":1}}' } },
    { what: 'a prototype', vote: { frozen: '{"__proto__":{"rules":{}},"snapshot":{}}' } },
  ])('with $what is not valid, and the entry is named', ({ vote: changed }) => {
    const verdict = verdictOn({ vote: changed })
    expect(verdict).toMatchObject({ ok: false, faults: [{ place: expect.stringMatching(/^record\/\d+$/) }] })
  })

  test('in which a ballot is vouched for twice, each time another, is not valid', () => {
    const other = sha256Hex('another ballot')
    const again = verdictOn({ more: [place => entry('ballot.cast', { seq: 1, eventDigest: other }, place)] })
    expect(again).toMatchObject({ ok: false })
    const first = verdictOn({ more: [place => entry('motion.opened', { snapshotDigest: other }, place)] })
    expect(first).toMatchObject({ ok: false })
  })

  test.each([
    ['with a member twice', (text: string) => text.replace('{', '{"act":"motion.certified",')],
    ['with a space', (text: string) => text.replace('{', '{ ')],
    ['too deep to be read', (text: string) => text.replace('{}', deep(100_000))],
  ])('in which an entry is written %s is not valid', (_how, change) => {
    const verdict = verdictOn({ more: [place => change(entry('group.created', {}, place))] })
    expect(verdict).toMatchObject({ ok: false, faults: [{ place: expect.stringMatching(/^record\/\d+$/) }] })
  })

  test('with a line that nests without end ends in a verdict, in less time than it would take to parse it', () => {
    const line = `{"note":${deep(2_000_000)}}`
    const [header = '', ...lines] = new TextDecoder().decode(forge({})).split('\n')
    const file = new TextEncoder().encode([header, line, ...lines].join('\n'))
    const start = performance.now()
    JSON.parse(line)
    const parsed = performance.now()
    expect(verifyRecord(file, holds)).toMatchObject({ ok: false })
    expect(performance.now() - parsed).toBeLessThan(parsed - start)
  })

  test('of any making ends in a verdict', () => {
    const json = fc.json({ maxDepth: 4 })
    const texts = fc.oneof(
      json,
      fc.string(),
      json.map(value => `{"event":${value},"nonce":""}`),
    )
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), texts, texts, (log, frozen, decided) => {
        expect(verdictOn({ vote: { log, frozen, decision: decided } }).ok).toBe(false)
        expect(verdictOn({ vote: { log: [...sound.log, ...log] } }).ok).toBe(log.length === 0)
      }),
    )
  })
})
