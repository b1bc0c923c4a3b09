/** What the groups' meetings have done so far: one held, with its minutes; the next one convened; a series begun. */
import * as Y from 'yjs'
import type { Actor } from '#shared/access'
import {
  assert,
  dayMs,
  hourMs,
  minuteMs,
  type AgendaItemId,
  type Instant,
  type MeetingId,
  type SeatId,
  type SectionVersionId,
} from '#shared/core'
import { calendarDayIn, daysAfter, instantIn, type CalendarDay } from '#shared/meeting'
import { seedNarrative, type NarrativeBlock } from '#shared/narrative'
import { setActionItem } from '#server/action'
import { loadActor, loadGroup } from '#server/group'
import {
  addItem,
  addVersion,
  adjournMeeting,
  beginSeries,
  checkIn,
  conveneMeeting,
  draftMeeting,
  finishItem,
  replyToMeeting,
  setCurrentItem,
  startMeeting,
  type MeetingParts,
} from '#server/meeting'
import { circulateMinutes, fileStatement, textsReadHere } from '#server/minutes'
import type { PlanDeps } from '#server/plan'
import { storeText } from '#server/sync'
import {
  demoPlace,
  demoTimeZone,
  firstActionItems,
  firstAgenda,
  firstAttended,
  firstMinutes,
  firstStatement,
  nextAgenda,
  nextReplies,
  protectionTemplate,
  type DemoItem,
} from './agendas.ts'
import { sure, type DemoBodies } from './bodies.ts'
import type { DemoClock } from './clock.ts'
import type { DemoRole } from './people.ts'

interface Scene {
  readonly deps: PlanDeps
  readonly parts: MeetingParts
  readonly bodies: DemoBodies
  readonly clock: DemoClock
  /** The present moment, up to which the story goes. */
  readonly today: Instant
  /** Seats of the NWG by the role of their head. */
  readonly seatOf: (role: DemoRole) => SeatId
}

/** How long the meetings of the NWG are called for. */
const lasts = 3 * hourMs

export async function holdMeetings(
  deps: PlanDeps,
  parts: MeetingParts,
  bodies: DemoBodies,
  clock: DemoClock,
  { today, submitted }: { readonly today: Instant; readonly submitted: SectionVersionId },
): Promise<void> {
  const scene: Scene = { deps, parts, bodies, clock, today, seatOf: await seatsByHead(deps, bodies) }
  await firstMeeting(scene)
  await beginProtectionSeries(scene)
  await nextMeeting(scene, submitted)
}

/** Held some days ago: attendance, two action items, a statement, minutes written and circulated. */
async function firstMeeting(scene: Scene): Promise<void> {
  const { deps, parts, clock } = scene
  const startsAt = morning(workday(scene, -12, -1))
  const { id, items } = await callMeeting(scene, 'First meeting of the National Working Group', startsAt, firstAgenda)
  const secretariat = await as(scene, 'secretariat')

  until(clock, startsAt - 10 * minuteMs)
  const coordinator = await as(scene, 'coordinator')
  sure(await checkIn(deps, coordinator, id, { seatId: null }))
  for (const role of firstAttended) {
    clock.pass(minuteMs)
    const personId = scene.bodies.person(role)
    sure(await checkIn(deps, secretariat, id, { seatId: scene.seatOf(role), personId }))
  }
  sure(await startMeeting(deps, parts, coordinator, id))
  for (const [index, itemId] of items.entries()) {
    sure(await setCurrentItem(deps, parts, coordinator, id, itemId))
    clock.pass((firstAgenda[index]?.plannedMinutes ?? 0) * minuteMs)
    await write(scene, itemId, firstMinutes[index] ?? [])
    for (const { owner, text, item, dueInDays } of firstActionItems) {
      if (item !== index) continue
      const dueOn = dayFrom(scene, dueInDays)
      const body = { itemId, text, ownerSeatId: scene.seatOf(owner), dueOn }
      sure(await setActionItem(deps, parts, secretariat, id, body))
    }
    sure(await finishItem(deps, parts, coordinator, itemId))
  }
  const { role, item, text } = firstStatement
  const itemId = items[item]
  assert(itemId, 'the statement is on an item of the agenda')
  sure(await fileStatement(deps, await as(scene, role), id, { itemId, seatId: scene.seatOf(role), text }))
  sure(await adjournMeeting(deps, parts, coordinator, id))

  clock.pass(2 * dayMs + 5 * hourMs)
  sure(
    await circulateMinutes(
      deps,
      { subjects: parts.subjects, texts: textsReadHere },
      await as(scene, 'secretariat'),
      id,
      {},
    ),
  )
}

/** Convened with the submitted text among its papers; the minutes come before the body as its first item. */
async function nextMeeting(scene: Scene, submitted: SectionVersionId): Promise<void> {
  const { deps, parts, clock } = scene
  until(clock, scene.today - 3 * dayMs)
  const startsAt = morning(workday(scene, 11, 1))
  const { id, items } = await callMeeting(
    scene,
    'Second meeting of the National Working Group',
    startsAt,
    nextAgenda,
    async ([first]) => {
      assert(first, 'the agenda has an item')
      const paper = { subjectKind: 'sectionVersion', subjectId: submitted } as const
      sure(await addVersion(deps, parts.subjects, await as(scene, 'secretariat'), first, paper))
    },
  )
  assert(items.length > 0, 'the agenda has items')
  for (const { role, reply } of nextReplies) {
    clock.pass(97 * minuteMs)
    sure(await replyToMeeting(deps, await as(scene, role), id, { seatId: scene.seatOf(role), reply }))
  }
}

/** A draft by its chair, who still has some days to convene it. */
async function beginProtectionSeries(scene: Scene): Promise<void> {
  const series = {
    groupId: scene.bodies.group('protection'),
    kind: 'twg',
    title: 'Meeting of the Protection group',
    everyWeeks: 6,
    timeZone: demoTimeZone,
    localTime: '14:00',
    durationMinutes: 90,
    place: 'Ministry of Social Welfare, Room 12',
    template: protectionTemplate,
    firstDay: workday(scene, 12, 1),
  } as const
  sure(await beginSeries(scene.deps, await as(scene, 'chair-protection'), series))
}

async function callMeeting(
  scene: Scene,
  title: string,
  startsAt: Instant,
  agenda: readonly DemoItem[],
  prepare: (items: readonly AgendaItemId[]) => Promise<void> = async () => undefined,
): Promise<{ readonly id: MeetingId; readonly items: readonly AgendaItemId[] }> {
  const { deps, parts, clock } = scene
  const secretariat = await as(scene, 'secretariat')
  const when = { startsAt, endsAt: startsAt + lasts, timeZone: demoTimeZone, place: demoPlace, link: null }
  const about = { groupId: scene.bodies.group('nwg'), kind: 'nwg', bodies: [], title } as const
  const id = sure(await draftMeeting(deps, secretariat, { ...about, ...when }))
  const items: AgendaItemId[] = []
  for (const { presenter, ...item } of agenda) {
    clock.pass(3 * minuteMs)
    const presenterSeatId = presenter === null || presenter === 'secretariat' ? null : scene.seatOf(presenter)
    const whole = { ...item, presenterSeatId, note: '', subject: null, secondCall: false, parentId: null }
    items.push(sure(await addItem(deps, parts, secretariat, id, whole)))
  }
  await prepare(items)
  clock.pass(20 * minuteMs)
  sure(await conveneMeeting(deps, parts, secretariat, id, null))
  return { id, items }
}

/** The Secretariat's words on an item, as if they had been typed. */
async function write({ deps, bodies }: Scene, documentId: AgendaItemId, blocks: readonly NarrativeBlock[]) {
  const doc = new Y.Doc()
  seedNarrative(doc.getXmlFragment('narrative'), blocks)
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  const personId = bodies.person('secretariat')
  await deps.transaction(tx => storeText(tx, { documentId, personId, at: deps.now(), bytes }))
}

async function seatsByHead(deps: PlanDeps, bodies: DemoBodies): Promise<Scene['seatOf']> {
  const group = await loadGroup(deps.read, bodies.group('nwg'), deps.now())
  return role => {
    const personId = bodies.person(role)
    const seat = group?.seats.find(one => one.representatives.some(person => person.personId === personId))
    assert(seat, `${role} sits in the National Working Group`)
    return seat.id
  }
}

function as({ deps, bodies }: Scene, role: DemoRole): Promise<Actor> {
  return loadActor(deps.read, bodies.person(role), deps.now())
}

function until(clock: DemoClock, at: Instant): void {
  clock.pass(Math.max(0, at - clock.now()))
}

/** The day so many days from now, where the country is. */
function dayFrom({ today }: Scene, days: number): CalendarDay {
  return daysAfter(calendarDayIn(today, demoTimeZone), days)
}

/** The same, or the next in that direction on which people work. */
function workday(scene: Scene, days: number, towards: 1 | -1): CalendarDay {
  let day = dayFrom(scene, days)
  while ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) day = daysAfter(day, towards)
  return day
}

/** Ten o'clock of that day. */
function morning(day: CalendarDay): Instant {
  const at = instantIn(demoTimeZone, `${day}T10:00`)
  assert(at !== null, `${day} is a day`)
  return at
}
