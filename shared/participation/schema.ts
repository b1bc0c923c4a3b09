/** Answers of the figures on participation. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type { AmendmentId, GroupId, MeetingId, MotionId, SectionId, SectionVersionId } from '#shared/core'
import { count, id, instant } from '#shared/core/schema'
import { amendmentStates } from '#shared/amendment'
import { constituencies } from '#shared/group'
import { methodNames, outcomes, votedKinds } from '#shared/motion'
import { textTitle } from '#shared/motion/schema'

const group = z.object({ id: id<GroupId>(), code: z.string(), name: z.string(), kind: z.enum(['nwg', 'twg']) })

const shortfall = z.object({ from: instant, until: instant, seats: count, minimum: count })

/** NGO seats with an accredited person over the time, and whether the rules' minimum of them held. [G7, G12] */
const seats = z.object({
  ngo: count,
  least: count,
  most: count,
  voting: count,
  minimum: count,
  shortfalls: z.array(shortfall).readonly(),
  shortDays: count,
})

const attendance = z.object({ invited: count, present: count, invitedSeconds: count, presentSeconds: count })
const byConstituency = <T extends z.ZodType>(of: T) => z.object({ STATE: of, NGO: of, PARTNER: of, OBSERVER: of })

/** Sessions in which the group's seats met. [G12, M3, M4] */
const meetings = z.object({
  held: count,
  /** Sessions at which an NGO seat was there at any time. */
  withNgo: count,
  attendance: byConstituency(attendance),
  /** Finished speeches for seats of the group, in milliseconds. */
  spokenMs: byConstituency(count),
})

const amendments = z.object({
  proposed: count,
  adopted: count,
  notAdopted: count,
  withdrawn: count,
  overtaken: count,
  /** Without a disposition yet. */
  open: count,
})

const ends = z.object({ adopted: count, returned: count, notAdopted: count, undecided: count })
const cast = z.object({ seats: count, cast: count })

/** Votes that ended in the time. [V9] */
const votes = z.object({
  ended: count,
  /** Not counted in anything else: what they come to is not known. [V5] */
  underWay: count,
  stands: z.object({ CONCUR: ends, OPPOSED: ends, SILENT: ends }),
  untold: z.object({ secret: count, silence: count, noSeat: count, voided: count }),
  ngo: cast,
  others: cast,
})

const share = z.object({ STATE: count, NGO: count, PARTNER: count, OFFICE: count, TEMPLATE: count, UNKNOWN: count })

/** Letters by who wrote them. [A5] */
const text = z.object({
  /** Sections that have such a text. */
  sections: count,
  /** Those of them whose letters could not be counted, and that are in no figure. */
  uncounted: count,
  letters: share,
})

export const groupParticipation = z.object({
  group,
  /** Whether the group existed at any moment of the time. */
  existed: z.boolean(),
  seats,
  meetings,
  amendments: z.object({ ngo: amendments, others: amendments }),
  votes,
  texts: z.object({
    /** Sections of the group that are not waived. */
    sections: count,
    /** The versions that stood adopted at the end of the time. */
    adopted: text,
    /** The live texts as they stood then. */
    working: text,
  }),
})

const head = {
  serverNow: instant,
  year: count,
  /** Up to which the figures go: the end of the year, or `serverNow`. */
  until: instant,
  /** Years that there are figures of, the latest first. */
  years: z.array(count).readonly(),
}

export const participationAnswer = z.object({ ...head, groups: z.array(groupParticipation).readonly() })

const nullableShare = share.nullable()

/** One group, with what its figures are computed from. */
export const participationDetail = z.object({
  ...head,
  figures: groupParticipation,
  /** Those that this person may read. */
  sessions: z.array(
    z.object({
      id: id<MeetingId>(),
      title: z.string(),
      startedAt: instant,
      timeZone: z.string(),
      ngoPresent: count,
      ngoInvited: count,
    }),
  ),
  /** Null where this person may not read the group's votes. */
  votes: z
    .array(
      z.object({
        id: id<MotionId>(),
        subjectKind: z.enum(votedKinds),
        ...textTitle,
        decidedAt: instant,
        method: z.enum(methodNames),
        outcome: z.enum(outcomes),
        position: z.enum(['CONCUR', 'OPPOSED', 'SILENT']).nullable(),
      }),
    )
    .nullable(),
  /** Of NGO seats; null where this person may not read the group's versions. */
  amendments: z
    .array(
      z.object({
        id: id<AmendmentId>(),
        section: z.string(),
        seat: z.string(),
        constituency: z.enum(constituencies),
        at: instant,
        state: z.enum(amendmentStates),
      }),
    )
    .nullable(),
  /** Letters null where they could not be counted. */
  sections: z.array(
    z.object({
      id: id<SectionId>(),
      code: z.string(),
      title: z.string(),
      adopted: z.object({ versionId: id<SectionVersionId>(), number: count, letters: nullableShare }).nullable(),
      working: nullableShare,
    }),
  ),
})

export type GroupParticipation = z.output<typeof groupParticipation>
export type ParticipationAnswer = z.output<typeof participationAnswer>
export type ParticipationDetail = z.output<typeof participationDetail>
