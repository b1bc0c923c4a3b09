import { can, type Actor } from '#shared/access'
import { dayMs, type Instant } from '#shared/core'
import { calendarDayIn, isUnderWay } from '#shared/meeting'
import type { HomeActionItem, HomeMeeting, HomeMeetings, HomeMinutes, MeetingAlarm, MeetingTask } from './meetings.ts'

/** How long before the notice would be too short a draft is called to mind. */
const conveneWithin = 7 * dayMs

/** A meeting that goes on, or that is today where it meets. */
export function pressingMeetings(actor: Actor, { now, ahead }: HomeMeetings): readonly MeetingTask[] {
  return ahead.flatMap(meeting => {
    const underWay = isUnderWay(meeting.state)
    const today = meeting.state === 'convened' && isToday(meeting, now)
    const takesPart = meeting.mySeats.length > 0 || conducts(actor, meeting)
    return takesPart && (underWay || today) ? [{ kind: 'enterMeeting', ...aboutMeeting(meeting), underWay }] : []
  })
}

/** What meetings ask of a person: invitations, notices, minutes, and what their seats have to do. [M1, M5, M6] */
export function meetingTasks(actor: Actor, home: HomeMeetings): readonly MeetingTask[] {
  return [
    ...home.actionItems.filter(item => item.overdue).map(actionTask),
    ...home.ahead.flatMap(meeting => invitationTask(meeting) ?? []),
    ...home.ahead.flatMap(meeting => conveningTask(actor, meeting, home.now) ?? []),
    ...home.minutes.flatMap(minutes => minutesTasks(actor, minutes, home.now)),
    ...home.actionItems.filter(item => !item.overdue).map(actionTask),
  ]
}

/** What is wrong about meetings and their minutes; cadence is the group's own. [M7, workflow "Minutes"] */
export function meetingAlarms(home: HomeMeetings): readonly MeetingAlarm[] {
  const late = home.minutes.flatMap(({ meetingId, title, group, state, circulateBy, kind }): MeetingAlarm[] =>
    kind === 'minutes' && state === 'live' && circulateBy !== null && home.now > circulateBy
      ? [{ kind: 'minutesLate', meetingId, title, groupName: group.name, by: circulateBy }]
      : [],
  )
  const alone = home.ahead.flatMap(meeting => withoutNgo(meeting, home.now) ?? [])
  return [...alone, ...late]
}

/**
 * No NGO seat has said that it comes. That is an alarm once all have answered, or once there is no notice left in which
 * another meeting could be convened; before that it only means not yet. [G7, M1]
 */
function withoutNgo(meeting: HomeMeeting, now: Instant): MeetingAlarm | null {
  const { state, noticeUntil, ngo } = meeting
  if (state !== 'convened' || ngo.seats === 0 || ngo.coming > 0) return null
  const about = { ...aboutMeeting(meeting), ngoSeats: ngo.seats, answered: ngo.answered }
  const isLate = ngo.answered === ngo.seats || now > noticeUntil
  return { kind: isLate ? 'noNgoComing' : 'noNgoYet', ...about }
}

function invitationTask(meeting: HomeMeeting): MeetingTask | null {
  const silent = meeting.mySeats.filter(seat => seat.reply === null)
  if (meeting.state !== 'convened' || silent.length === 0) return null
  return { kind: 'answerInvitation', ...aboutMeeting(meeting), seats: silent.map(seat => seat.label) }
}

function conveningTask(actor: Actor, meeting: HomeMeeting, now: Instant): MeetingTask | null {
  const { state, group, startsAt, conveneBy } = meeting
  if (state !== 'draft' || now >= startsAt || conveneBy - now > conveneWithin) return null
  if (!can(actor, 'meeting.convene', { groupId: group.id, groupKind: group.kind })) return null
  return { kind: 'conveneMeeting', ...aboutMeeting(meeting), conveneBy, late: now > conveneBy }
}

function minutesTasks(actor: Actor, minutes: HomeMinutes, now: Instant): readonly MeetingTask[] {
  const { meetingId, title, group, state, openCorrections, approval } = minutes
  const about = { meetingId, title, groupName: group.name }
  if (can(actor, 'minutes.circulate', { groupId: group.id, groupKind: group.kind })) {
    if (openCorrections > 0) return [{ kind: 'decideCorrections', ...about, count: openCorrections }]
    if (minutes.adjournedAt !== null && (state === 'live' || state === 'corrections')) {
      const by = state === 'live' ? minutes.circulateBy : null
      return [{ kind: 'circulateMinutes', ...about, by, late: by !== null && now > by }]
    }
  }
  const votes = actor.seats.some(seat => seat.groupId === group.id && seat.constituency !== 'OBSERVER')
  if (state !== 'beforeBody' || !approval || !votes) return []
  return [{ kind: 'approveMinutes', ...about, at: approval.startsAt }]
}

function actionTask({ id, text, groupName, dueOn, overdue }: HomeActionItem): MeetingTask {
  return { kind: 'actionItem', actionItemId: id, text, groupName, dueOn, overdue }
}

function aboutMeeting({ id, title, group, startsAt, timeZone }: HomeMeeting) {
  return { meetingId: id, title, groupName: group.name, startsAt, timeZone }
}

function isToday({ startsAt, timeZone }: HomeMeeting, now: Instant): boolean {
  return calendarDayIn(startsAt, timeZone) === calendarDayIn(now, timeZone)
}

function conducts(actor: Actor, { group }: HomeMeeting): boolean {
  return can(actor, 'meeting.conduct', { groupId: group.id, groupKind: group.kind })
}

/** How long before it begins a meeting comes before everything else that waits. */
const nearMs = 7 * dayMs

/** Whether a meeting comes first: it is under way, or begins within a week. [M1] */
export function isNear({ state, startsAt }: Pick<HomeMeeting, 'state' | 'startsAt'>, now: Instant): boolean {
  return isUnderWay(state) || startsAt - now <= nearMs
}

/** The meeting this person goes to next: one of theirs, or one that they conduct. Drafts are no meetings yet. */
export function nextMeetingOf(actor: Actor, { ahead }: HomeMeetings): HomeMeeting | null {
  return (
    ahead.find(meeting => meeting.state !== 'draft' && (meeting.mySeats.length > 0 || conducts(actor, meeting))) ?? null
  )
}
