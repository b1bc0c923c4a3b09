import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, canonicalJson, sha256Hex, type Json } from '#shared/core'
import { voidMotion } from '#shared/motion'
import { buildVote } from '../motion/build-motion.ts'
import { buildBundle, proofsOf } from './build-bundle.ts'
import { bundleText, firstBundleFormat, type BundleMinutes, type UnsealedBundle } from './bundle.ts'
import { manifestChanges, parseManifest, rootOf, type Manifest } from './manifest.ts'
import { readBundle } from './read-bundle.ts'
import { checkSigned as check, makeSigner } from '../../tests/support/signer.ts'
import { makeWitness } from '../../tests/support/witness.ts'
import { verifyBundle } from './verify-bundle.ts'

const signer = makeSigner()
const section = { electorate: 'S4 N2 P1', groupKind: 'twg', ballots: 'S 3Y1N, N 1Y1N, P 1Y' } as const
const whole = { electorate: 'S6 N2 P2', kind: 'plan', ballots: 'S 6Y, N 2Y, P 2A' } as const
const votes = [buildVote(section), buildVote({ ...section, ballots: 'S 4Y, N 2Y' }), buildVote(whole)] as const
const witness = makeWitness()
const said = [{ vote: 0, seat: 'n1', kind: 'explanation', text: 'It came too late.' }] as const
const sound = buildBundle({ signer, votes, witness, said })

/** What a forger who holds the workspace's key would be told. */
function forged(forge: (bundle: UnsealedBundle) => UnsealedBundle) {
  const verdict = verifyBundle(buildBundle({ signer, votes, said, forge }), check)
  return verdict.ok ? [] : verdict.faults.map(({ place, fault }) => `${place} ${fault}`)
}

/** Milliseconds, and what came of it. */
function took<T>(work: () => T): readonly [number, T] {
  const start = performance.now()
  const done = work()
  return [performance.now() - start, done]
}

describe('a bundle', () => {
  test('[E6] that nobody altered verifies, and tells what it proves', () => {
    const verdict = verifyBundle(sound, check)
    expect(verdict).toMatchObject({
      ok: true,
      facts: { sections: 2, waived: 1, votes: 3, tally: { yes: 8, no: 0, abstain: 2 }, ngoTally: { yes: 2 } },
    })
    const proven = { size: sound.record.length, witnesses: [witness.verifierKey.split('+')[0]], minutes: 1 }
    expect(verdict.ok && verdict.facts.proven).toEqual(proven)
  })

  test('[E6] made to nest without end is told by its line, in less time than it would take to parse it', () => {
    const deep = `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`
    const text = bundleText(sound).replace('\n"sections":[', `\n"sections":${deep},"x":[`)
    const [parsing] = took(() => JSON.parse(text))
    const [reading, read] = took(() => readBundle(new TextEncoder().encode(text)))
    expect(read).toEqual({ kind: 'damaged', fault: { place: 'line 5', fault: 'unreadable' } })
    expect(reading).toBeLessThan(parsing)
  })

  test('[V13] with a voided vote in the place of the one that adopted a text does not verify, and says so', () => {
    const { rules, snapshot, events } = votes[0]
    const event = voidMotion(votes[0], 'wrongText', [asId('chair'), asId('secretary')], snapshot.closesAt)
    if (!event.ok) throw new Error(event.problem.type)
    const voided = { rules, snapshot, events: [...events, event.value] }
    const bundle = buildBundle({ signer, votes: [voided, votes[1], votes[2]] })
    expect(verifyBundle(bundle, check)).toMatchObject({
      ok: false,
      faults: expect.arrayContaining([{ place: 'votes/C.3.1', fault: 'notAdopted', found: 'VOIDED' }]),
    })
  })

  test('[E6] of the first form, without checkpoint, proofs and minutes, verifies still', () => {
    const first = buildBundle({
      signer,
      votes,
      forge: ({ checkpoint: _checkpoint, proofs: _proofs, minutes: _minutes, ...rest }) => ({
        ...rest,
        format: firstBundleFormat,
      }),
    })
    const reading = readBundle(new TextEncoder().encode(bundleText(first)))
    expect(reading).toEqual({ kind: 'bundle', bundle: first })
    expect(verifyBundle(first, check)).toMatchObject({ ok: true, facts: { proven: null } })
  })

  test('[E4] holds every objection that was shown: a vote in which one NGO seat of two was against', () => {
    const verdict = verifyBundle(sound, check)
    expect(verdict.ok && verdict.facts.objections).toBe(1)
  })

  test('[E6] reads back as written, byte for byte', () => {
    const reading = readBundle(new TextEncoder().encode(bundleText(sound)))
    expect(reading).toEqual({ kind: 'bundle', bundle: sound })
  })

  test('[E6] with one altered byte never verifies, and the fault has a place', () => {
    const bytes = new TextEncoder().encode(bundleText(sound))
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, flip) => {
        const altered = Uint8Array.from(bytes)
        altered[position] = (altered[position] ?? 0) ^ flip
        const reading = readBundle(altered)
        if (reading.kind === 'notBundle') throw new Error('one byte made it something else')
        if (reading.kind === 'damaged') {
          expect(reading.fault.place).toMatch(/^line \d+$/)
          return
        }
        const verdict = verifyBundle(reading.bundle, check)
        expect(verdict.ok).toBe(false)
        if (!verdict.ok) expect(verdict.faults.every(fault => fault.place !== '')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('[E6] a signature whose last letter differs in bits that stand for nothing is another text, and refused', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const { signature } = sound.seal
    const twin = letters[letters.indexOf(signature.at(-1) ?? '') ^ 1] ?? ''
    const bundle = { ...sound, seal: { ...sound.seal, signature: signature.slice(0, -1) + twin } }
    expect(verifyBundle(bundle, check)).toMatchObject({ ok: false, faults: [{ place: 'seal' }] })
  })

  test('[E6] with one letter of a section altered names that section', () => {
    const text = bundleText(sound).replace('A referral within a day.', 'A referral within a way.')
    const reading = readBundle(new TextEncoder().encode(text))
    const verdict = reading.kind === 'bundle' ? verifyBundle(reading.bundle, check) : null
    expect(verdict?.ok === false && verdict.faults.map(fault => fault.place)).toEqual(['sections/C.3.1'])
  })

  test.each([
    { file: 'nothing', text: '' },
    { file: 'another JSON', text: '{"format":"other"}' },
    { file: 'a text', text: 'National Action Plan' },
  ])('[E6] $file is no bundle', ({ text }) => {
    expect(readBundle(new TextEncoder().encode(text)).kind).toBe('notBundle')
  })
})

describe('a file of any making', () => {
  const places = pathsOf(sound)

  /** Every member there is, by its path. */
  function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path]
    return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))]
  }

  function put(value: unknown, [key, ...rest]: readonly string[], changed: unknown): unknown {
    if (key === undefined) return changed
    if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? put(one, rest, changed) : one))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, name === key ? put(one, rest, changed) : one]),
    )
  }

  test('[E6] ends in a verdict that names a place, whatever stands wherever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places.slice(1)), fc.jsonValue({ maxDepth: 3 }), (path, changed) => {
        const text = canonicalJson(put(sound, path, changed) as Json)
        fc.pre(text !== canonicalJson(sound))
        const verdict = verifyBundle(JSON.parse(text), check)
        expect(verdict.ok).toBe(false)
        expect(verdict.ok ? [] : verdict.faults.map(({ place }) => typeof place)).toContain('string')
        expect(readBundle(new TextEncoder().encode(text)).kind).not.toBe('bundle')
      }),
      { numRuns: 200 },
    )
  })
})

describe('with the workspace’s own key at hand, a forger is still told', () => {
  const inVote = (
    index: number,
    change: (vote: UnsealedBundle['votes'][number]) => Partial<UnsealedBundle['votes'][number]>,
  ) =>
    forged(bundle => ({
      ...bundle,
      votes: bundle.votes.map((vote, at) => (at === index ? { ...vote, ...change(vote) } : vote)),
    }))

  test('[E5] another section text', () => {
    const faults = forged(bundle => ({
      ...bundle,
      sections: bundle.sections.map(one => ({ ...one, text: one.text.replace('referral', 'deferral') })),
    }))
    expect(faults).toContain('sections/C.3.1 digestDiffers')
  })

  test('[V8] a ballot turned around: the vote, decided again, comes out differently', () => {
    const faults = inVote(0, vote => ({ log: vote.log.map(line => line.replace('"NO"', '"YES"')) }))
    expect(faults).toEqual(
      expect.arrayContaining([
        'votes/C.3.1 decidedOtherwise',
        'votes/C.3.1 notRecorded',
        'endorsement statementDiffers',
      ]),
    )
  })

  test.each([
    ['a member twice', (text: string) => text.replace('{', '{"event":{"type":"closed"},')],
    ['a space', (text: string) => text.replace('{', '{ ')],
  ])('[E6] an event of a vote, and an entry of the record, written with %s', (_how, change) => {
    expect(inVote(0, vote => ({ log: vote.log.map(change) }))).toContain('votes/C.3.1 notCanonical')
    const faults = forged(bundle => ({
      ...bundle,
      record: bundle.record.map(one => ({ ...one, text: change(one.text), digest: sha256Hex(change(one.text)) })),
    }))
    expect(faults).toContain('record/1 notCanonical')
  })

  test('[V4] a ballot on another text', () => {
    const other = sha256Hex('another text')
    const faults = inVote(1, vote => ({
      log: vote.log.map((line, at) =>
        at === 0 ? line.replace(/"digest":"[0-9a-f]{64}"/, `"digest":"${other}"`) : line,
      ),
    }))
    expect(faults).toContain('votes/C.3.2 ballotOnOtherText')
  })

  test('[V1] an electorate other than the frozen one', () => {
    expect(inVote(2, vote => ({ seats: vote.seats.slice(1) }))).toContain('votes/plan electorateDiffers')
  })

  test('[E6] an outcome typed in', () => {
    expect(inVote(0, () => ({ decision: canonicalJson({ outcome: 'ADOPTED' }) }))).toContain(
      'votes/C.3.1 decidedOtherwise',
    )
  })

  test('[E2] another manifest', () => {
    const faults = forged(bundle => {
      const manifest = bundle.version.manifest.replace('Covered by another law.', 'Not wanted.')
      return { ...bundle, version: { ...bundle.version, manifest, root: sha256Hex(manifest) } }
    })
    expect(faults).toEqual(expect.arrayContaining(['votes/plan otherText', 'endorsement statementDiffers']))
  })

  test('[E4] a statement that leaves an objection out', () => {
    const faults = forged(bundle => {
      const statement = bundle.endorsement.statement.replace(
        /"objections":\[.*?\],"sections"/,
        '"objections":[],"sections"',
      )
      const signature = { method: 'workspaceKey', signature: signer.sign(statement) } as const
      return { ...bundle, endorsement: { ...bundle.endorsement, statement, signature } }
    })
    expect(faults).toEqual(['endorsement statementDiffers', 'endorsement notRecorded'])
  })

  test('[E4] a signature by another key', () => {
    const faults = forged(bundle => {
      const signature = { method: 'workspaceKey', signature: makeSigner().sign(bundle.endorsement.statement) } as const
      return { ...bundle, endorsement: { ...bundle.endorsement, signature } }
    })
    expect(faults).toContain('endorsement signatureDiffers')
  })

  test('[L1] an entry of the record left out or altered', () => {
    const without = forged(bundle => ({
      ...bundle,
      record: bundle.record.filter(({ text }) => !text.includes('"endorsement.given"')),
    }))
    expect(without).toEqual(['endorsement notRecorded', 'proofs unexpected'])
    const altered = forged(bundle => ({
      ...bundle,
      record: bundle.record.map(entry => (entry.number === 2 ? { ...entry, text: `${entry.text} ` } : entry)),
    }))
    expect(altered).toContain('record/2 digestDiffers')
  })

  test('[L2] an entry put in that the signed record does not hold, even with all digests made to fit', () => {
    const faults = forged(bundle => ({
      ...bundle,
      record: bundle.record.map(entry => {
        const text = entry.text.replace('"act":"motion.opened"', '"act":"motion.opened","a":1')
        return entry.number === 1 ? { ...entry, text, digest: sha256Hex(text) } : entry
      }),
    }))
    expect(faults).toContain('record/1 notIncluded')
  })

  test('[L2] proofs against another checkpoint, even one that the workspace signs', () => {
    const faults = forged(bundle => ({ ...bundle, checkpoint: proofsOf(bundle.record.slice(1), signer).checkpoint }))
    expect(faults.filter(fault => fault.endsWith('notIncluded')).length).toBe(sound.record.length - 1)
  })

  test('[L2] a checkpoint by another workspace', () => {
    const other = makeSigner()
    const faults = forged(bundle => ({ ...bundle, checkpoint: proofsOf(bundle.record, other).checkpoint }))
    expect(faults).toEqual(expect.arrayContaining(['checkpoint otherText', 'checkpoint signatureDiffers']))
  })

  test('[L2] a co-signature by a key that the record does not know, or moved from another checkpoint', () => {
    const stranger = (bundle: UnsealedBundle) => ({
      ...bundle,
      checkpoint: `${bundle.checkpoint ?? ''}${makeWitness().cosign(bundle.checkpoint ?? '', 1_000)}`,
    })
    expect(forged(stranger)).toEqual(['checkpoint unexpected'])
    const moved = buildBundle({
      signer,
      votes,
      witness,
      forge: bundle => {
        const { checkpoint } = proofsOf(bundle.record.slice(1), signer)
        const own = (bundle.checkpoint ?? '').split('\n').slice(0, -2).join('\n')
        return { ...bundle, checkpoint: `${own}\n${witness.cosign(checkpoint, 1_000)}` }
      },
    })
    const verdict = verifyBundle(moved, check)
    expect(verdict).toMatchObject({ ok: false, faults: [{ place: 'checkpoint', fault: 'signatureDiffers' }] })
  })

  test('[M5] minutes that are not the sealed ones, or of a meeting left out', () => {
    const minutes = (change: (one: BundleMinutes) => BundleMinutes) =>
      forged(bundle => ({ ...bundle, minutes: (bundle.minutes ?? []).map(change) }))
    const other = minutes(one => ({ ...one, links: one.links.map(link => ({ ...link, digest: sha256Hex('other') })) }))
    expect(other).toEqual(['minutes/Group/1 chainBroken', 'minutes/Group/1 notRecorded'])
    expect(minutes(one => ({ ...one, links: [] }))).toEqual(['minutes/Group missing'])
    expect(minutes(one => ({ ...one, meetings: [] }))).toEqual(['minutes missing'])
  })

  test('[E6] a part whose shape is not what it should be is a fault of its place', () => {
    const faults = forged(bundle => ({ ...bundle, endorsement: { ...bundle.endorsement, statement: '{}' } }))
    expect(faults).toContain('endorsement unreadable')
    expect(inVote(1, () => ({ frozen: '[]' }))).toContain('votes/C.3.2 unreadable')
  })
})

describe('the manifest', () => {
  const manifest = parseManifest(sound.version.manifest)

  test('[E2] its root is its digest, and any other content has another root', () => {
    expect(manifest && rootOf(manifest)).toBe(sound.version.root)
    fc.assert(
      fc.property(fc.string(), fc.nat(), (title, number) => {
        if (!manifest || (title === manifest.plan.title && number === manifest.number)) return
        expect(rootOf({ ...manifest, number, plan: { ...manifest.plan, title } })).not.toBe(sound.version.root)
      }),
    )
  })

  test('[E4] changes are told by code: nothing against itself, everything against nothing', () => {
    if (!manifest) throw new Error('unreadable')
    expect(manifestChanges(manifest, manifest)).toEqual({ added: [], changed: [], removed: [] })
    expect(manifestChanges(null, manifest).added).toEqual(['C.3.1', 'C.3.2', 'C.3.3'])
    const [first, , third] = manifest.sections
    if (!first || !third) throw new Error('too short')
    const later: Manifest = { ...manifest, sections: [{ ...first, digest: sha256Hex('new') }, third] }
    expect(manifestChanges(manifest, later)).toEqual({ added: [], changed: ['C.3.1'], removed: ['C.3.2'] })
  })
})
