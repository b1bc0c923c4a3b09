import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Hex, toBase64, toBase64url, utf8 } from '#shared/core'
import {
  checkpointText,
  cosignature,
  cosigned,
  cosignedText,
  originOf,
  parseCheckpoint,
  parseCheckpointText,
  witnessNoteKey,
  workspaceNoteKey,
  workspaceSignature,
  workspaceSigned,
  type Ed25519Signed,
} from './checkpoint.ts'
import { parseNote, parseVerifierKey, signaturesBy, verifierKey, writeNote, type NoteKey } from './note.ts'

function holds({ publicKey, text, signature }: Ed25519Signed): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  return verify(null, utf8(text), key, Buffer.from(signature, 'base64url'))
}

/** Of https://c2sp.org/signed-note and of golang.org/x/mod/sumdb/note. */
const vectors = [
  {
    who: 'C2SP',
    key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
  },
  {
    who: 'Go',
    key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
  },
]

/** The example of https://c2sp.org/tlog-cosignature. */
const example = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const x = String(publicKey.export({ format: 'jwk' }).x)
  return {
    publicKey: x,
    raw: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (text: string) => new Uint8Array(sign(null, utf8(text), privateKey)),
  }
}

describe('signed notes', () => {
  test.each(vectors)('[L2] the example of $who reads back byte for byte and verifies', ({ key, note }) => {
    const noteKey = parseVerifierKey(key)
    const read = parseNote(note)
    if (!noteKey || !read) throw new Error('unreadable')
    expect(verifierKey(noteKey)).toBe(key)
    expect(writeNote(read)).toBe(note)
    const [signature] = signaturesBy(read, noteKey)
    const signed = { publicKey: toBase64url(noteKey.publicKey), text: read.text }
    expect(holds({ ...signed, signature: toBase64url(signature ?? new Uint8Array()) })).toBe(true)
  })

  test('[L2] a text may have empty lines: the last one ends it', () => {
    const note = vectors[0]?.note.replace('message.', 'message.\n\nAnd more.') ?? ''
    expect(parseNote(note)?.text).toBe('This is an example message.\n\nAnd more.\n')
  })

  test.each([
    { what: 'no signature', note: 'text\n\n' },
    { what: 'no empty line', note: 'text\n— a AAAAAAA=\n' },
    { what: 'a last line without its end', note: 'text\n\n— a AAAAAAA=' },
    { what: 'a hyphen for the dash', note: 'text\n\n- a AAAAAAA=\n' },
    { what: 'two spaces', note: 'text\n\n—  a AAAAAAA=\n' },
    { what: 'a name with a plus', note: 'text\n\n— a+b AAAAAAA=\n' },
    { what: 'a name with a space that is no blank', note: 'text\n\n— a\u00a0b AAAAAAA=\n' },
    { what: 'a signature of no bytes beyond the id', note: 'text\n\n— a AAAAAA==\n' },
    { what: 'base64 of another kind', note: 'text\n\n— a AAAAA_A=\n' },
    { what: 'base64 whose last letter says more than its bytes', note: 'text\n\n— a AAAAAAB=\n' },
    { what: 'a tabulator', note: 'te\txt\n\n— a AAAAAAA=\n' },
    { what: 'a carriage return', note: 'text\r\n\n— a AAAAAAA=\n' },
    { what: 'half of a pair of surrogates', note: 'te\ud800xt\n\n— a AAAAAAA=\n' },
    { what: 'something after the signatures', note: 'text\n\n— a AAAAAAA=\nmore\n' },
    { what: 'too many signatures', note: `text\n\n${'— a AAAAAAA=\n'.repeat(65)}` },
  ])('[L2] $what is refused', ({ note }) => {
    expect(parseNote(note)).toBe(null)
  })

  test('[L2] sixteen signatures are read, as the format asks', () => {
    expect(parseNote(`text\n\n${'— a AAAAAAA=\n'.repeat(16)}`)?.signatures).toHaveLength(16)
  })

  test('[L2] what is read is written again as it was, whatever was put in', () => {
    fc.assert(
      fc.property(fc.nat({ max: example.length - 1 }), fc.string({ unit: 'binary', maxLength: 2 }), (at, put) => {
        const touched = example.slice(0, at) + put + example.slice(at + 1)
        const read = parseNote(touched)
        if (read) expect(writeNote(read)).toBe(touched)
      }),
    )
  })

  test.each([
    { what: 'another id', key: 'example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k' },
    { what: 'another name', key: 'example.com/fou+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k' },
    { what: 'another kind of key', key: 'example.com/foo+530d903a+A+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k' },
    { what: 'a key cut off', key: 'example.com/foo+530d903a+Aeky' },
    { what: 'a part more', key: 'a+b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k' },
    { what: 'nothing', key: '' },
  ])('[L2] a verifier key with $what is none', ({ key }) => {
    expect(parseVerifierKey(key)).toBe(null)
  })
})

describe('checkpoints', () => {
  const key = makeKey()
  const noteKey = workspaceNoteKey(key.publicKey)
  const body = { origin: originOf(key.publicKey), size: 118, root: sha256Hex('root') }
  const text = checkpointText(body)
  const ours = workspaceSignature(noteKey, toBase64url(key.sign(text)))

  test('[L2] the example reads as it says, its witness as of that time', () => {
    const read = parseCheckpoint(example)
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
    expect(read && checkpointText(read)).toBe(example.split('\n\n')[0] + '\n')
    const [witness] = read?.note.signatures.slice(1) ?? []
    expect(witness).toMatchObject({ name: 'witness.example.com/w1', keyId: '8d66cf3f' })
    const time = new DataView(Uint8Array.from(witness?.signature ?? []).buffer).getBigUint64(0)
    expect(time).toBe(1_679_315_147n)
    expect(cosignedText('x\n', Number(time))).toBe('cosignature/v1\ntime 1679315147\nx\n')
  })

  test.each([
    { what: 'leading zeros', text: `o\n018\n${toBase64(new Uint8Array(32))}\n` },
    { what: 'a sign', text: `o\n+1\n${toBase64(new Uint8Array(32))}\n` },
    { what: 'a size beyond what can be counted', text: `o\n9999999999999999\n${toBase64(new Uint8Array(32))}\n` },
    { what: 'a shorter root', text: `o\n1\n${toBase64(new Uint8Array(31))}\n` },
    { what: 'no origin', text: `\n1\n${toBase64(new Uint8Array(32))}\n` },
    { what: 'a line more', text: `o\n1\n${toBase64(new Uint8Array(32))}\nmore\n` },
    { what: 'a line less', text: 'o\n1\n' },
  ])('[L2] with $what is refused', ({ text: refused }) => {
    expect(parseCheckpointText(refused)).toBe(null)
  })

  test('[L2] of no entries has size 0', () => {
    expect(parseCheckpointText(checkpointText({ ...body, size: 0 }))?.size).toBe(0)
  })

  test('[L2] signed by the workspace and co-signed by a witness: both verify, over different texts', () => {
    const witness = makeKey()
    const witnessKey = witnessNoteKey(witness.raw)
    const timestamp = 1_795_000_000
    const theirs = cosignature(witnessKey, timestamp, witness.sign(cosignedText(text, timestamp)))
    const read = parseCheckpoint(writeNote({ text, signatures: [ours, theirs] }))
    if (!read) throw new Error('unreadable')
    expect(read).toMatchObject(body)
    expect(workspaceSigned(read, noteKey).map(holds)).toEqual([true])
    const [found] = cosigned(read, witnessKey)
    expect(found?.timestamp).toBe(timestamp)
    expect(found && holds(found)).toBe(true)
    expect(cosigned(read, { ...witnessKey, name: 'another' })).toEqual([])
    expect(cosigned(read, witnessNoteKey(key.raw))).toEqual([])
  })

  test('[L2] a co-signature holds for its time and its checkpoint alone', () => {
    const witness = makeKey()
    const witnessKey = witnessNoteKey(witness.raw)
    const signature = witness.sign(cosignedText(text, 1_000))
    const seen = (of: string, timestamp: number) => {
      const signatures = [cosignature(witnessKey, timestamp, signature)]
      const read = parseCheckpoint(writeNote({ text: of, signatures }))
      return read ? cosigned(read, witnessKey).map(holds) : null
    }
    expect(seen(text, 1_000)).toEqual([true])
    expect(seen(text, 1_001)).toEqual([false])
    expect(seen(checkpointText({ ...body, size: 119 }), 1_000)).toEqual([false])
  })

  test('[L2] the same key in another role, or under another name, has another id', () => {
    const names = (['note', 'cosignature'] as const).flatMap(type =>
      ['a', 'b'].map(name => verifierKey({ name, type, publicKey: key.raw } satisfies NoteKey).split('+')[1]),
    )
    expect(new Set(names).size).toBe(4)
  })

  test('[L2] the name of a record follows from its key', () => {
    expect(originOf(key.publicKey)).toMatch(/^plenary\/record\/[0-9a-f]{16}$/)
    expect(originOf(makeKey().publicKey)).not.toBe(originOf(key.publicKey))
  })
})
