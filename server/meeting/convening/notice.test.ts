/** What goes out with the notice of a meeting, and is taken back when it is put off. */
import { describe, expect, test } from 'vitest'
import { asId, dayMs, hourMs, sha256Hex, type MeetingId, type MinutesId, type MinutesVersionId } from '#shared/core'
import {
  add,
  cancel,
  convene,
  convened,
  draftWithItem,
  parts,
  postpone,
} from '../../../tests/support/meeting-workspace.ts'
import { typeOf } from '../../../tests/support/result.ts'
import {
  actor,
  allYes,
  castAll,
  inVoteWorkspace,
  openOrThrow,
  seatNames,
  text,
  workspace,
} from '../../../tests/support/vote-workspace.ts'
import { closeDueMotions, listMotions, noteTextOpened } from '../../motion/index.ts'
import { findMinutes, insertMinutes, insertMinutesVersion } from '../../minutes/store.ts'
import { itemsOfMeeting } from '../agenda-store.ts'
import { changeItem } from './items.ts'

inVoteWorkspace()

describe('a second call', () => {
  const itemIds = async (id: MeetingId) => itemsOfMeeting(workspace.deps.read, id)
  const notices = async (id: MeetingId) => (await itemIds(id)).map(item => item.secondCallNoticeAt)
  const flagged = { type: 'decision', subject: { kind: 'sectionVersion', id: text }, secondCall: true } as const

  async function named(): Promise<MeetingId> {
    const id = await draftWithItem()
    await add(id, 'Decide on it again', flagged)
    expect(await notices(id)).toEqual([null, null])
    expect(typeOf(await convene('secretariat', id))).toBe('ok')
    expect(await notices(id)).toEqual([null, workspace.deps.now()])
    return id
  }
  async function change(id: MeetingId, what: Parameters<typeof changeItem>[4]) {
    const [, item] = await itemIds(id)
    const by = await actor('secretariat')
    expect(typeOf(await changeItem(workspace.deps, parts(), by, item?.id ?? asId(''), what))).toBe('ok')
    return (await notices(id))[1]
  }

  test('[V6] is named by the notice that went out with it, which other changes leave', async () => {
    const id = await named()
    const at = workspace.deps.now()
    workspace.advance(hourMs)
    expect(await change(id, { title: 'Decide on it', secondCall: true })).toBe(at)
  })

  test('[V6] flagged after the notice, or with another text, is named by none', async () => {
    const later = await convened()
    await add(later, 'Decide on it again', flagged)
    expect(await notices(later)).toEqual([null, null])
    const id = await named()
    await change(id, { secondCall: false })
    expect(await change(id, { secondCall: true })).toBeNull()
    const other = await named()
    expect(await change(other, { subject: { kind: 'sectionVersion', id: 'version-2' } })).toBeNull()
  })

  test('[V6] of a meeting put off is named anew by the notice of the new date', async () => {
    const id = await named()
    workspace.advance(hourMs)
    await postpone('nationalCoordinator', id)
    expect(await notices(id)).toEqual([null, null])
    await convene('secretariat', id)
    expect(await notices(id)).toEqual([null, workspace.deps.now()])
  })
})

describe('minutes that wait', () => {
  const minutesId = asId<MinutesId>('minutes-1')
  async function circulated() {
    const held = await convened({ title: 'Eighth meeting' })
    await workspace.deps.transaction(async tx => {
      const at = workspace.deps.now()
      await insertMinutes(tx, {
        id: minutesId,
        kind: 'minutes',
        meetingId: held,
        groupId: workspace.group,
        amendsId: null,
        state: 'circulated',
        approvalItemId: null,
        approvedAt: null,
        sealedAt: null,
        chainNumber: null,
        approval: null,
        seal: null,
        createdAt: at,
      })
      await insertMinutesVersion(tx, {
        id: asId<MinutesVersionId>('minutes-version-1'),
        minutesId,
        number: 1,
        content: '{}',
        digest: sha256Hex('{}'),
        circulatedAt: at,
        circulatedBy: (await actor('secretariat')).personId,
        correctionsUntil: at + dayMs,
      })
    })
  }
  const state = async () => (await findMinutes(workspace.deps.read, minutesId))?.state
  const agenda = async (id: MeetingId) =>
    (await itemsOfMeeting(workspace.deps.read, id)).map(item => `${item.position} ${item.type}`)

  test('[M5] become the first item, bound to their digest, when the next meeting is convened', async () => {
    await circulated()
    const id = await convened()
    expect(await agenda(id)).toEqual(['0 minutesApproval', '1 discussion'])
    const [first] = await itemsOfMeeting(workspace.deps.read, id)
    expect(first).toMatchObject({ title: 'Eighth meeting', subject: { digest: sha256Hex('{}') }, createdBy: null })
    expect(await findMinutes(workspace.deps.read, minutesId)).toMatchObject({
      state: 'beforeBody',
      approvalItemId: first?.id,
    })
  })

  test.each([
    ['postponed', postpone],
    ['cancelled', cancel],
  ] as const)('[M5] wait again when it is %s, and go before the one that is convened then', async (_, putOff) => {
    await circulated()
    const id = await convened()
    expect(typeOf(await putOff('nationalCoordinator', id))).toBe('ok')
    expect(await state()).toBe('circulated')
    expect(await agenda(id)).toEqual(['0 discussion'])
    const next = await convened()
    expect(await agenda(next)).toEqual(['0 minutesApproval', '1 discussion'])
    expect(await state()).toBe('beforeBody')
  })

  test('[M5] do not go before a meeting to which the group does not come as a whole', async () => {
    await circulated()
    expect(await agenda(await convened({ kind: 'partners' }))).toEqual(['0 discussion'])
    expect(await state()).toBe('circulated')
  })
})

describe('what silence has adopted', () => {
  const told = async (id: MeetingId) =>
    (await itemsOfMeeting(workspace.deps.read, id)).filter(item => item.type === 'information').map(item => item.title)
  const pass = async (ms: number): Promise<void> => {
    workspace.advance(ms)
    await closeDueMotions(workspace.deps, workspace.subjects)
  }
  async function adoptBySilence(): Promise<void> {
    const first = await openOrThrow({ subjectId: 'first' })
    await castAll(first, allYes, sha256Hex('first'))
    await pass(hourMs)
    const motionId = await openOrThrow({ method: 'SILENCE', byPost: true, forMs: 3 * dayMs })
    for (const name of seatNames) {
      await noteTextOpened(workspace.deps, await actor(`${name}.head`), motionId)
      await listMotions(workspace.deps, await actor(`${name}.head`), { state: 'open' })
    }
    await pass(3 * dayMs)
  }

  test('[V11] is announced, with its number, by the notice of the next meeting, and by no later one', async () => {
    await adoptBySilence()
    const next = await convened()
    expect(await told(next)).toEqual([
      `Adopted by silence: NWG ${new Date(workspace.deps.now()).getUTCFullYear()}/2, Text ${text}`,
    ])
    expect(await told(await convened())).toEqual([])
  })

  test('[V11] is announced by another meeting when that one is cancelled', async () => {
    await adoptBySilence()
    const next = await convened()
    expect(typeOf(await cancel('nationalCoordinator', next))).toBe('ok')
    expect(await told(await convened())).toHaveLength(1)
  })
})
