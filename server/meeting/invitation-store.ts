import { and, eq, isNull } from 'drizzle-orm'
import { asId, type Instant, type MeetingId, type PersonId, type SeatId } from '#shared/core'
import type { Reply } from '#shared/meeting'
import { invitationsToMeetingsTable, meetingRepliesTable, type Queries, type Tx } from '#server/db'

/** Who was told of a meeting, and for which seat; none for who is told by office. [M1] */
export interface MeetingInvitation {
  readonly id: string
  readonly meetingId: MeetingId
  readonly personId: PersonId
  readonly seatId: SeatId | null
  /** Of the calendar entry that the invitation went out with. */
  readonly sequence: number
  readonly invitedAt: Instant
  /** When the person first looked at it. */
  readonly seenAt: Instant | null
}

export async function invitationsOf(queries: Queries, meetingId: MeetingId): Promise<readonly MeetingInvitation[]> {
  const rows = await queries
    .select()
    .from(invitationsToMeetingsTable)
    .where(eq(invitationsToMeetingsTable.meetingId, meetingId))
  return rows.map(row => ({
    ...row,
    meetingId: asId<MeetingId>(row.meetingId),
    personId: asId<PersonId>(row.personId),
    seatId: row.seatId === null ? null : asId<SeatId>(row.seatId),
  }))
}

export async function insertInvitations(tx: Tx, invitations: readonly MeetingInvitation[]): Promise<void> {
  if (invitations.length > 0) await tx.insert(invitationsToMeetingsTable).values([...invitations])
}

/** The same persons are told anew, of another date. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  renewed: Pick<MeetingInvitation, 'sequence' | 'invitedAt'>,
): Promise<void> {
  await tx
    .update(invitationsToMeetingsTable)
    .set({ ...renewed, seenAt: null })
    .where(eq(invitationsToMeetingsTable.id, id))
}

/** @returns how many of the person's invitations had not been seen before */
export async function markSeen(tx: Tx, meetingId: MeetingId, personId: PersonId, seenAt: Instant): Promise<number> {
  const seen = await tx
    .update(invitationsToMeetingsTable)
    .set({ seenAt })
    .where(
      and(
        eq(invitationsToMeetingsTable.meetingId, meetingId),
        eq(invitationsToMeetingsTable.personId, personId),
        isNull(invitationsToMeetingsTable.seenAt),
      ),
    )
    .returning({ id: invitationsToMeetingsTable.id })
  return seen.length
}

export async function keepReply(
  tx: Tx,
  answer: {
    readonly meetingId: MeetingId
    readonly seatId: SeatId
    readonly personId: PersonId
    readonly reply: Reply
    readonly at: Instant
  },
): Promise<void> {
  const { personId, reply, at } = answer
  await tx
    .insert(meetingRepliesTable)
    .values(answer)
    .onConflictDoUpdate({
      target: [meetingRepliesTable.meetingId, meetingRepliesTable.seatId],
      set: { personId, reply, at },
    })
}

/** What was answered for one date says nothing about another. */
export async function forgetReplies(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.delete(meetingRepliesTable).where(eq(meetingRepliesTable.meetingId, meetingId))
}
