/** The one file that maps a refusal to `application/problem+json` (RFC 9457). */
import type { Problem } from '#shared/problem'
import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500

const refusals = {
  'invalid-input': [400, 'Something in the request does not fit.'],
  'sign-in-required': [401, 'Sign in to go on.'],
  'confidentiality-required': [403, 'Confirm the duty of confidentiality first.'],
  'not-permitted': [403, 'This is not yours to do.'],
  'not-found': [404, 'There is nothing here that you can open.'],
  'cross-site-request': [403, 'The request came from another site and was not carried out.'],
  'too-large': [413, 'The request is too large.'],
  'too-many-requests': [429, 'Too many requests; wait a moment.'],
  'idempotency-key-reused': [409, 'This Idempotency-Key was used for a different request.'],
  'idempotency-unfinished': [
    409,
    'The first request with this Idempotency-Key has not finished; look before repeating it.',
  ],
  // People
  'sign-in-refused': [401, 'The e-mail address and the password do not fit together.'],
  'access-suspended': [403, 'This person may not sign in at present.'],
  'password-refused': [403, 'The password does not fit.'],
  'password-guessable': [422, 'This password is too easy to guess.'],
  'passkey-refused': [422, 'The passkey could not be accepted.'],
  'passkey-unavailable-here': [422, 'Passkeys do not work at this address.'],
  'only-passkey': [409, 'This is the only way for you to sign in.'],
  'email-taken': [409, 'Somebody already has this e-mail address.'],
  'organisation-exists': [409, 'There is an organisation of this name.'],
  'person-holds-seat': [409, 'The person speaks for a seat of the present organisation.'],
  'person-suspended': [409, 'The person is suspended.'],
  'office-held': [409, 'Somebody else holds this office.'],
  'office-already-held': [409, 'The person holds this office already.'],
  'office-term': [422, 'The term of office does not fit.'],
  'rapporteur-incompatible': [422, 'The Rapporteur holds no other office.'],
  'last-secretariat': [409, 'The workspace needs somebody in the Secretariat.'],
  'invitation-not-valid': [404, 'This invitation has been used, withdrawn or has expired.'],
  'confidentiality-text-changed': [409, 'The duty of confidentiality has been worded anew.'],
  'setup-not-valid': [404, 'This set-up link is not valid.'],
  // Groups
  'too-many-alternates': [422, 'This seat already has as many alternates as it may have.'],
  'seat-has-head': [409, 'This seat already has a head.'],
  'already-accredited': [409, 'This person already speaks for this seat.'],
  'not-of-organisation': [422, 'Only a person of the organisation that holds the seat can speak for it.'],
  'seat-without-organisation': [422, 'No organisation holds this seat yet.'],
  'office-without-vote': [422, 'The office this person holds does not go together with a voting seat.'],
  'constituency-mismatch': [422, 'This kind of organisation sits in another constituency.'],
  'organisation-already-seated': [409, 'This organisation already has a seat in the group.'],
  'seat-changed': [409, 'This seat has changed in the meantime.'],
  'accreditation-ended': [409, 'This accreditation has already ended.'],
  'group-code-taken': [409, 'Another group has this code.'],
  'chair-without-seat': [422, 'A chair represents a voting seat of the group.'],
  'chair-by-office': [422, 'The National Co-ordinator chairs this group by office.'],
  'chair-changed': [409, 'Somebody else set the chair in the meantime.'],
  // Plan
  'version-moved-on': [409, 'This version has moved on in the meantime.'],
  'text-moved-on': [409, 'The text has changed since it was looked at.'],
  'already-submitted': [409, 'Exactly this text has been submitted already.'],
  'text-unreadable': [422, 'The text holds something that cannot be frozen.'],
  'section-waived': [409, 'The plan does without this section.'],
  'text-closed': [409, 'The text is closed for writing already.'],
  'text-open': [409, 'The text is open for writing already.'],
  'text-damaged': [409, 'A part of this text could not be read; the Secretariat looks at it first.'],
  'text-not-damaged': [409, 'The text does not stand still; it may have been opened again already.'],
  // Motions
  'composition-blocked': [409, 'The group has too few NGO seats to open this vote.'],
  'inquorate-at-opening': [409, 'Too few seats are present to open this vote.'],
  'rule-set-not-in-force': [409, 'The rules of procedure have changed in the meantime.'],
  'closes-before-it-opens': [422, 'The vote would close before it opens.'],
  'closes-too-late': [422, 'The deadline is too far away.'],
  'second-call-too-soon': [409, 'The notice of the second call has not run long enough.'],
  'tie-too-recent': [409, 'The new vote after a tie must wait.'],
  'reconciliation-open': [409, 'The time for reconciliation is still running.'],
  'silence-not-allowed': [409, 'This is not decided by silence.'],
  'silence-in-meeting': [409, 'A silence procedure runs by correspondence.'],
  'silence-too-short': [422, 'A silence procedure runs longer.'],
  'method-of-another-subject': [409, 'Persons are elected by secret ballot, and nothing else is decided by one.'],
  'meeting-in-session': [409, 'A meeting of this group is in session; votes with a roll are opened in it.'],
  'subject-already-under-vote': [409, 'This text is already under vote.'],
  'subject-not-votable': [409, 'This text cannot be put to the vote as it stands.'],
  'subject-altered': [409, 'The stored text does not fit its digest.'],
  'not-accredited-for-seat': [403, 'You are not among those who may cast for this seat in this vote.'],
  'presiding-casts-none': [403, 'Whoever presides casts no ballot.'],
  'person-tied-to-another-seat': [409, 'You have cast for another seat in this vote.'],
  'recusal-without-reason': [422, 'A recusal needs a reason.'],
  'block-without-reason': [422, 'A block needs a reason.'],
  'choice-not-offered': [422, 'This vote does not offer that choice.'],
  'secret-ballot-final': [409, 'A secret ballot is final.'],
  'ballot-digest-mismatch': [409, 'This ballot is on another text than the one under vote.'],
  'ballot-late': [409, 'The ballot came after the vote had closed and was not counted.'],
  'held-for-ngo-seats': [409, 'Only the NGO seats are still being heard.'],
  'motion-not-open': [409, 'This vote is not open.'],
  'deadline-passed': [409, 'The deadline has passed.'],
  'deadline-not-later': [422, 'A deadline can only be put later.'],
  'deadline-already-extended': [409, 'The deadline has been put later already.'],
  'seats-still-to-cast': [409, 'Not every seat has cast yet.'],
  'hold-still-running': [409, 'The time for the NGO seats is still running.'],
  'motion-not-paused': [409, 'This vote is not paused.'],
  'motion-already-voided': [409, 'This vote has been voided already.'],
  'needs-two-persons': [403, 'This takes two persons.'],
  'count-differs': [409, 'The papers are not those that were cast.'],
  // Elections
  'election-moved-on': [409, 'The election has moved on in the meantime.'],
  'election-under-way': [409, 'The group elects a chair already.'],
  'candidate-without-seat': [422, 'A candidate speaks for a voting seat of the group.'],
  'candidate-already-listed': [409, 'This person stands already.'],
  'election-without-candidates': [409, 'Nobody stands yet.'],
  // Plan versions and endorsement
  'plan-version-moved-on': [409, 'This plan version has moved on in the meantime.'],
  'plan-incomplete': [409, 'Some sections are not adopted yet.'],
  'candidate-under-vote': [409, 'An earlier candidate of this plan is under vote.'],
  'manifest-unchanged': [409, 'Nothing has changed since the last version of this plan.'],
  'text-altered': [409, 'A stored text is not the one that was adopted.'],
  'dissent-missing': [409, 'A section was adopted over the NGO seats’ objection and lacks their dissent.'],
  'not-in-office': [403, 'Only whoever holds the office at this moment can do this.'],
  'statement-expired': [409, 'What was to be signed has expired or was answered already.'],
  'statement-outdated': [409, 'Things have changed since the statement was shown.'],
  'record-not-signed': [409, 'The record does not continue what was signed.'],
  'bundle-not-valid': [409, 'The file for verification does not verify.'],
  // Meetings
  'agenda-empty': [409, 'The agenda has no items yet.'],
  'notice-too-short': [409, 'The meeting begins before its notice has run.'],
  'urgent-without-reason': [422, 'An urgent meeting needs a reason.'],
  'item-without-subject': [409, 'A decision on the agenda names no text yet.'],
  'nobody-to-invite': [409, 'Nobody speaks for any seat that would be invited.'],
  'meeting-moved-on': [409, 'The meeting has moved on in the meantime.'],
  'meeting-not-under-way': [409, 'The meeting is not in session.'],
  'start-not-open': [409, 'It is too early to begin the meeting.'],
  'chair-not-present': [409, 'The chair has not checked in.'],
  'vote-open-in-meeting': [409, 'A vote of this meeting is still open.'],
  'meeting-ends-before-it-starts': [422, 'The meeting would end before it begins.'],
  'resumes-in-the-past': [422, 'The session would go on before it stops.'],
  'meeting-in-the-past': [422, 'The meeting would begin in the past.'],
  'meeting-too-far': [422, 'The meeting would begin too far ahead.'],
  'meeting-too-long': [422, 'The meeting would last too long.'],
  'time-zone-unknown': [422, 'This time zone is not known.'],
  'item-removed': [409, 'Somebody struck this item from the agenda in the meantime.'],
  'item-taken-up': [409, 'The meeting has begun with this item.'],
  'item-in-minutes': [409, 'Something stands under this item in the minutes.'],
  'item-fixed': [409, 'This item stays where it is.'],
  'item-moved-on': [409, 'The item has moved on in the meantime.'],
  'item-too-deep': [422, 'A sub-item has no sub-items.'],
  'agenda-too-long': [422, 'The agenda has as many items as it may have.'],
  'item-not-votable': [409, 'This item has no text that could be put to the vote.'],
  'check-in-not-open': [409, 'It is too early to check in.'],
  'not-checked-in': [409, 'Check in first.'],
  'check-in-code-wrong': [403, 'This check-in code is not that of the room.'],
  'already-in-queue': [409, 'Already in the queue.'],
  'floor-moved-on': [409, 'The queue has moved on in the meantime.'],
  'seat-not-invited': [409, 'This seat is not of the meeting.'],
  'file-type-refused': [422, 'Files of this type are not taken.'],
  'file-too-large': [413, 'The file is too large.'],
  'file-empty': [422, 'The file is empty.'],
  'file-incomplete': [400, 'The file did not arrive whole.'],
  'file-damaged': [409, 'The stored file is not the one that was handed in.'],
  'too-many-papers': [422, 'The item has as many papers as it may have.'],
  'series-ended': [409, 'This series has ended.'],
  // Calendars
  'too-many-calendars': [409, 'Subscribed to as many calendars as one may have.'],
  // Minutes
  'minutes-moved-on': [409, 'The minutes have moved on in the meantime.'],
  'minutes-sealed': [409, 'These minutes are sealed; an erratum can be added.'],
  'meeting-not-adjourned': [409, 'The meeting is not over yet.'],
  'corrections-open': [409, 'Some proposed corrections are not decided yet.'],
  'corrections-closed': [409, 'The time for corrections is over.'],
  'correction-disposed': [409, 'This correction has been decided already.'],
  'minutes-text-moved-on': [409, 'The text has changed since it was looked at.'],
  'not-own-statement': [403, 'An observer corrects only their own statement.'],
  'quote-not-in-minutes': [409, 'The quoted words do not stand in the minutes as circulated.'],
  'file-not-made': [422, 'The minutes cannot be made into this kind of file.'],
  'too-many-statements': [409, 'This seat has filed as many statements as it may.'],
  // Action items
  'witness-not-eligible': [422, 'Only an observing international organisation, or an NGO, can be a witness.'],
  'witness-already': [409, 'This seat is a witness already.'],
  'witness-ngo-taken': [409, 'Another NGO seat is a witness already.'],
  'witness-key-not-valid': [422, 'This is no public key for co-signatures.'],
  'witness-key-taken': [409, 'This key belongs to somebody else.'],
  'witness-without-key': [409, 'The witness has no key yet.'],
  'cosignature-not-valid': [422, 'This is no valid co-signature of the checkpoint.'],
  'action-item-closed': [409, 'This action item is closed already.'],
  'due-in-the-past': [422, 'The due date has passed.'],
  'drop-without-reason': [422, 'Giving up an action item needs a reason.'],
  // Terms of reference
  'settings-moved-on': [409, 'Somebody changed these settings in the meantime.'],
  'settings-out-of-bounds': [422, 'A setting crosses a bound that no group can set aside.'],
  'terms-without-settings': [409, 'The terms of reference of an office carry no rules.'],
  'terms-already-submitted': [409, 'Exactly these terms have been submitted already.'],
  'memorandum-not-with-ngo': [422, 'A memorandum is registered with an NGO.'],
  'memorandum-ends-before-it-starts': [422, 'The memorandum would end before it begins.'],
  'memorandum-ended': [409, 'This memorandum has ended already.'],
  internal: [500, 'Something went wrong on the server; nothing was changed.'],
} as const satisfies Record<Problem['type'], readonly [ProblemStatus, string]>

export const problemSchema = z
  .looseObject({ type: z.string(), title: z.string(), status: z.number().int() })
  .openapi('Problem', { description: 'RFC 9457 problem details. `type` is stable; other members are its facts.' })

type ProblemBody = z.infer<typeof problemSchema>

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** Responses that every route may give, for its OpenAPI definition. */
export const problemResponses = {
  400: { description: 'The request does not fit the schema.', content: problemContent },
  401: { description: 'Not signed in.', content: problemContent },
  403: { description: 'Not permitted.', content: problemContent },
  404: { description: 'Missing or hidden.', content: problemContent },
  409: { description: 'The state of things does not allow it.', content: problemContent },
  413: { description: 'Too large.', content: problemContent },
  422: { description: 'Well formed, but refused by a rule.', content: problemContent },
  429: { description: 'Too many requests.', content: problemContent },
  500: { description: 'A fault of the server.', content: problemContent },
} as const

export function problemStatus(problem: Problem): ProblemStatus {
  return refusals[problem.type][0]
}

/** `type` is a relative reference such as `/problems/ballot-late`; the problem's facts are members of their own. */
export function refuse(c: Context, problem: Problem) {
  const { type, ...facts } = problem
  const [status, title] = refusals[type]
  const body: ProblemBody = { ...facts, type: `/problems/${type}`, title, status }
  return c.json(body, status, { 'content-type': 'application/problem+json' })
}
