/** What may happen in a run: each action stands for itself, so that a long run that fails shrinks to a short one. */
import * as fc from 'fast-check'
import * as Y from 'yjs'
import { persons, type Client, type PersonName, type World } from './sync-world.ts'
import { pass } from '../support/virtual-time.ts'

const edits = ['type', 'delete', 'format', 'nest', 'entry', 'undo', 'redo'] as const
const ways = [
  'cut',
  'disconnect',
  'comeBack',
  'olderPage',
  'newTab',
  'twice',
  'answerLate',
  'sayAll',
  'lastWords',
] as const
const times = ['moment', 'while', 'rest', 'grace'] as const
const troubles = [
  'revoke',
  'toReading',
  'regain',
  'freeze',
  'unfreeze',
  'askAgain',
  'failCommit',
  'slowDisk',
  'slowAccess',
  'restart',
  'kill',
  'leaveAll',
] as const

export interface Action {
  readonly kind: (typeof edits)[number] | (typeof ways)[number] | (typeof times)[number] | (typeof troubles)[number]
  readonly who: number
  readonly at: number
  readonly size: number
}

const kind = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...edits) },
  { weight: 5, arbitrary: fc.constantFrom(...ways) },
  { weight: 5, arbitrary: fc.constantFrom(...times) },
  { weight: 3, arbitrary: fc.constantFrom(...troubles) },
)

export const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.record({ kind, who: fc.nat(11), at: fc.nat(40), size: fc.nat(5) }),
  { minLength: 1, maxLength: 70, size: 'max' },
)

/** Enough that several persons have several pages each. */
const mostClients = 9

export async function perform(world: World, action: Action): Promise<void> {
  await act(world, action)
  await pass(action.size % 3)
  if (world.errors.length > 0) throw new Error(world.errors.join('; '))
}

function act(world: World, { kind, who, at, size }: Action): Promise<void> | void {
  const client = world.clients[who % world.clients.length]
  const person = persons[who % persons.length]
  if (!client || !person) return
  switch (kind) {
    case 'type':
    case 'delete':
    case 'format':
    case 'nest':
    case 'entry':
      // Somebody who only reads has no keys to press.
      if (client.person === 'rea') return
      return world.write(client, doc => change(doc, kind, at, size))
    case 'undo':
      return void client.undo.undo()
    case 'redo':
      return void client.undo.redo()
    case 'cut':
      return world.cut(client)
    case 'disconnect':
      return client.provider.disconnect()
    case 'comeBack':
      return world.comeBack(client)
    case 'olderPage':
      return olderPage(world, client, at)
    case 'newTab':
      if (world.clients.length < mostClients)
        world.open(client.person, null, { acknowledges: at % 2 === 0, latencyMs: at % 4 })
      return
    case 'twice':
      client.twice = true
      return
    case 'sayAll':
      // With the last word before it, which is on its way as well.
      if (at % 2 === 0 && client.person !== 'rea') world.write(client, doc => change(doc, 'delete', at, size))
      return world.sendAll(client)
    case 'lastWords':
      if (client.person !== 'rea') world.write(client, doc => change(doc, 'type', at, size))
      // They have arrived when the socket goes.
      return pass(at % 4).then(() => world.cut(client))
    case 'answerLate':
      client.answerAfterMs = 1 + at
      return
    case 'moment':
      return pass(at % 8)
    case 'while':
      return pass(at)
    case 'rest':
      return pass(250)
    case 'grace':
      return pass(120)
    default:
      return trouble(world, kind, person, at)
  }
}

/** A page with words from before, under another number: the words are the same person's. */
function olderPage(world: World, client: Client, at: number): void {
  if (world.clients.length >= mostClients) return
  if (at % 2 === 0) world.cut(client)
  world.open(client.person, Y.encodeStateAsUpdate(client.doc), { acknowledges: true, latencyMs: at % 3 })
}

async function trouble(world: World, kind: (typeof troubles)[number], person: PersonName, at: number): Promise<void> {
  switch (kind) {
    case 'revoke':
      return world.revoke(person, 'nothing')
    case 'toReading':
      return world.revoke(person, 'reading')
    case 'regain':
      return world.regain(person)
    case 'freeze':
      return world.freeze(true)
    case 'unfreeze':
      return world.freeze(false)
    case 'askAgain':
      return world.changeRights(() => undefined, 'everyone')
    case 'failCommit':
      world.commitsToFail = 1 + (at % 2)
      return
    case 'slowDisk':
      world.diskMs = at % 4 === 0 ? 0 : at
      return
    case 'slowAccess':
      world.accessMs = at % 4 === 0 ? 0 : at
      return
    case 'restart':
      return world.restart()
    case 'kill':
      return world.kill()
    case 'leaveAll':
      for (const client of world.clients) client.provider.disconnect()
      return pass(150)
  }
}

/** One of them takes two places. */
const letters = ['a', '🙂', 'b', 'c', 'é', 'd']

function change(doc: Y.Doc, kind: 'type' | 'delete' | 'format' | 'nest' | 'entry', at: number, size: number): void {
  const narrative = doc.getXmlFragment('narrative')
  if (kind === 'entry')
    return void doc.getMap('framework').set(`key ${at % 3}`, at % 5 === 0 ? new Y.Map([['n', at]]) : at)
  if (kind === 'nest') {
    const list = new Y.XmlElement('list')
    const item = new Y.XmlElement('item')
    item.setAttribute('level', String(size))
    item.insert(0, [new Y.XmlText(`item ${at}`)])
    list.insert(0, [item])
    return narrative.insert(at % (narrative.length + 1), [list])
  }
  if (kind === 'delete' && at % 7 === 0 && narrative.length > 0) return narrative.delete(at % narrative.length, 1)
  const text = textIn(narrative, at)
  if (!text) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('new')])
    return narrative.push([paragraph])
  }
  const place = whole(text, at % (text.length + 1))
  if (kind === 'type') return text.insert(place, letters.slice(0, 1 + size).join(''))
  const length = whole(text, Math.min(place + 1 + size, text.length)) - place
  if (length <= 0) return
  if (kind === 'delete') text.delete(place, length)
  else text.format(place, length, { [at % 2 ? 'strong' : 'em']: size % 3 === 0 ? null : true })
}

/** Never between the two halves of a letter: Yjs would damage it on this page and tell nobody. */
function whole(text: Y.XmlText, place: number): number {
  const words = text.toDelta().map(({ insert }: { readonly insert: string }) => insert)
  return /[\udc00-\udfff]/.test(words.join('')[place] ?? '') ? place - 1 : place
}

/** The text in the element that lies there, at whatever depth. */
function textIn(parent: Y.XmlFragment, at: number): Y.XmlText | null {
  const child = parent.length > 0 ? parent.get(at % parent.length) : null
  if (child instanceof Y.XmlText) return child
  return child instanceof Y.XmlElement ? textIn(child, at) : null
}
