/** What the home page asks of the parts that come after it in the order of slices. */
import { asId, type SeatId } from '#shared/core'
import type { HomeMeeting } from '#shared/home'
import { reminderStage } from '#shared/motion'
import { listActionItems } from '#server/action'
import { currentPlanVersion } from '#server/endorsement'
import { listGroups, settingsByGroup } from '#server/group'
import type { HomeSources } from '#server/home'
import { groupCadences, meetingsAhead, type MeetingAhead, type MeetingParts } from '#server/meeting'
import { readableMinutes } from '#server/minutes'
import { followUpsFor, listMotions } from '#server/motion'
import { openLists } from '#server/election'
import { readPlans } from '#server/plan'
import { unwitnessed, witnessesForHome, type SigningRefusal } from '#server/record'
import { submittedTerms } from '#server/terms'
import type { Deps } from './deps.ts'

export function homeSources(deps: Deps, parts: MeetingParts, refusal: () => SigningRefusal | null): HomeSources {
  return {
    async plans(actor) {
      const outlines = await readPlans(deps, actor)
      return Promise.all(
        outlines.map(async ({ id, kind, title, group, sections, hidden }) => ({
          id,
          kind,
          title,
          group,
          hidden,
          sections: sections.map(section => ({
            id: section.id,
            code: section.code,
            title: section.title,
            component: section.component,
            state: section.standing.state,
            frozen: section.frozen !== null || section.damaged !== null,
            damaged: section.damaged !== null,
            group: section.group,
            version: section.version,
          })),
          version: await currentPlanVersion(deps.read, id),
        })),
      )
    },
    async openVotes(actor) {
      const motions = await listMotions(deps, actor, { state: 'open' })
      return motions.map(motion => ({
        id: motion.id,
        subjectKind: motion.subject.kind,
        title: motion.subject.title,
        name: motion.subject.name,
        group: motion.group,
        closesAt: motion.dueAt ?? motion.closesAt,
        silence: motion.method === 'SILENCE',
        stage: motion.mode === 'correspondence' && motion.state === 'open' ? reminderStage(motion, deps.now()) : null,
        mySeats: motion.mySeats
          .filter(seat => seat.refusal === null)
          .map(({ seatId, label, ballot, textOpened }) => ({
            seatId,
            label,
            acted: ballot !== null || (motion.method === 'SILENCE' && textOpened),
          })),
        // A silence lasts its time, whatever is said in it.
        allCast: motion.cast === motion.seats && motion.method !== 'SILENCE',
      }))
    },
    followUps: actor => followUpsFor(deps, actor),
    elections: actor => openLists(deps, actor),
    async terms(actor) {
      const submitted = await submittedTerms(deps, actor)
      return submitted.map(({ kind, ...version }) => ({ ...version, body: kind }))
    },
    async meetings(actor) {
      const now = deps.now()
      const groups = await listGroups(deps.read)
      const minutes = await readableMinutes(deps.read, actor)
      const settings = await settingsByGroup(deps.read)
      const own = await listActionItems(deps, parts, actor, { owner: asId<SeatId>('me'), state: 'open' })
      return {
        now,
        ahead: (await meetingsAhead(deps.read, actor, now)).map(toHomeMeeting),
        minutes: minutes.flatMap(({ groupId, adjournedAt, ...rest }) => {
          const group = groups.find(one => one.id === groupId)
          const within = settings.get(groupId)?.circulateWithinMs
          if (!group || within === undefined) return []
          return [{ ...rest, group, adjournedAt, circulateBy: adjournedAt === null ? null : adjournedAt + within }]
        }),
        actionItems: own.map(({ id, text, group, dueOn, overdue }) => ({
          id,
          text,
          groupName: group.name,
          dueOn,
          overdue,
        })),
      }
    },
    cadences: () => groupCadences(deps.read, deps.now()),
    async record() {
      const witnesses = await witnessesForHome(deps.read)
      return { now: deps.now(), refused: refusal() !== null, unwitnessedSince: await unwitnessed(deps), witnesses }
    },
  }
}

function toHomeMeeting({ meeting, group, settings, items, mine, invited, replies }: MeetingAhead): HomeMeeting {
  const { id, title, state, startsAt, endsAt, timeZone, place } = meeting
  const ngo = invited.filter(seat => seat.constituency === 'NGO')
  return {
    id,
    title,
    group,
    state,
    startsAt,
    endsAt,
    timeZone,
    place,
    items,
    mySeats: mine.map(seat => ({
      seatId: seat.id,
      label: seat.organisationName ?? seat.label,
      reply: replies.get(seat.id) ?? null,
    })),
    conveneBy: startsAt - settings.noticeMs,
    noticeUntil: startsAt - settings.urgentNoticeMs,
    ngo: {
      seats: ngo.length,
      answered: ngo.filter(seat => replies.has(seat.id)).length,
      coming: ngo.filter(seat => replies.get(seat.id) === 'coming').length,
    },
  }
}
