import type { ApiProblem } from '../../api/call.ts'

/** A sentence for each refusal: what happened, and what the reader can do. */
type Sentences = {
  readonly [T in ApiProblem['type']]?: string | ((problem: Extract<ApiProblem, { readonly type: T }>) => string)
}

export const problems = {
  // Any part
  unreachable: 'The workspace did not answer. Check your connection and try again.',
  unknown: 'This was refused. Load the page again, and tell the Secretariat if it keeps happening.',
  'invalid-input': 'Something you entered does not fit. Check the fields and try again.',
  'sign-in-required': 'Your session has ended. Sign in again to go on.',
  'confidentiality-required': 'Confirm the duty of confidentiality first.',
  'not-permitted': 'This is not yours to do. What you may do depends on your seats and offices.',
  'not-found': 'There is nothing here that you can open. It may have been removed.',
  'cross-site-request': 'The request came from another site and was not carried out.',
  'too-large': 'That is too large to be sent.',
  'too-many-requests': 'Too many requests at once. Wait a moment and try again.',
  'idempotency-key-reused': 'This was sent before with another content. Load the page again.',
  'idempotency-unfinished': 'The same request is still under way. Look at the page before you repeat it.',
  internal: 'Something went wrong on the server. Nothing was changed; try again.',
  // People
  'sign-in-refused':
    'The e-mail address and the password do not fit together. Check both, or ask the Secretariat for a new link.',
  'password-refused': 'That is not your present password.',
  'password-guessable': 'This password is too easy to guess. Choose one that is neither your name nor your address.',
  'passkey-refused': 'The passkey was not accepted. Try again, or use your password.',
  'passkey-unavailable-here': 'Passkeys do not work at this address. Open the workspace by its proper name.',
  'only-passkey': 'This is the only way for you to sign in. Set a password or add another passkey first.',
  'email-taken': 'Somebody else has this e-mail address.',
  'organisation-exists': 'There is already an organisation of this name.',
  'person-holds-seat': 'This person speaks for a seat of the present organisation. End that on the Groups page first.',
  'person-suspended': 'This person is suspended. Reinstate them first.',
  'office-held': problem => `${problem.holder} holds this office. End that term first.`,
  'office-already-held': 'This person already holds this office.',
  'office-term': 'The term does not fit: it begins today or earlier, and ends later than today.',
  'rapporteur-incompatible': 'The National Rapporteur holds no other office, so that their view stays independent.',
  'last-secretariat': 'The workspace needs somebody in the Secretariat. Appoint another person first.',
  'invitation-not-valid': 'This link has been used, withdrawn or has expired. Ask the Secretariat for a new one.',
  'confidentiality-text-changed': 'The duty has been worded anew. Load the page again and read it.',
  'setup-not-valid':
    'This link is not valid. While the workspace is not set up, the server prints a new one at each start.',
  // Groups
  'too-many-alternates': problem =>
    `This seat already has its ${problem.limit} alternates. End one accreditation first.`,
  'seat-has-head': 'This seat has a head already: somebody may have been quicker. End that accreditation first.',
  'already-accredited': 'This person already speaks for this seat.',
  'not-of-organisation': 'Only a person of the organisation that holds the seat can speak for it.',
  'seat-without-organisation': 'No organisation holds this seat yet. Assign one first.',
  'office-without-vote': 'The Secretariat and the National Rapporteur hold no voting seat. Choose somebody else.',
  'constituency-mismatch': 'This kind of organisation sits in another constituency.',
  'organisation-already-seated': problem =>
    `This organisation already has a seat in the group (${problem.seatLabel}). One organisation, one ballot.`,
  'seat-changed': 'Somebody changed this seat in the meantime. The page now shows how it stands.',
  'accreditation-ended': 'Somebody already ended this accreditation.',
  'group-code-taken': 'Another group has this code. Choose a different one.',
  'chair-without-seat': 'A chair represents a voting seat of the group. Accredit the person first.',
  'chair-by-office': 'The National Co-ordinator chairs this group by office.',
  'chair-changed': 'Somebody else set the chair in the meantime. The page now shows who it is.',
  // Plan
  'version-moved-on': 'This version has moved on in the meantime. The page now shows how it stands.',
  'text-moved-on': 'The text has changed since you looked at it. Read it again before you go on.',
  'already-submitted': problem => `Exactly this text is version ${problem.number} already.`,
  'text-unreadable': 'The text holds something that cannot be frozen. Remove it and try again.',
  'section-waived': 'The plan does without this section. The Secretariat can take it up again.',
  'text-closed':
    'This text is closed for writing already: somebody may have been quicker. The page now shows since when.',
  'text-open': 'This text is open for writing already: somebody may have been quicker. You can go on writing.',
  'text-damaged':
    'A part of this text could not be read, so it may lack words and was not submitted. Ask the Secretariat to open it again, see that nothing is missing, and submit it then.',
  'text-not-damaged':
    'This text does not stand still any more: somebody may have been quicker. The page now shows how it stands.',
  // Plan versions and endorsement
  'plan-version-moved-on': 'This version has moved on in the meantime. The page now shows how it stands.',
  'plan-incomplete': problem =>
    `Not every section is ready: ${problem.missing.map(section => section.code).join(', ')}. Each is adopted or waived first.`,
  'candidate-under-vote': problem =>
    `Version ${problem.number} of this plan is under vote. A new candidate can follow when that vote is over.`,
  'manifest-unchanged': problem =>
    `Nothing has changed: version ${problem.number} consists of exactly the same texts already.`,
  'text-altered': problem =>
    `What is stored at ${problem.code}${problem.title === '' ? '' : ` (${problem.title})`} is not what was adopted: expected digest ${problem.expected.slice(0, 12)}…, found ${problem.found === '' ? 'none' : `${problem.found.slice(0, 12)}…`}. Nothing was signed. The record’s check names the entry; the Secretariat can restore the text from a backup.`,
  'dissent-missing': problem =>
    `${problem.code} ${problem.title} was adopted over the NGO seats’ objection, and their dissent is not there to be printed with it.`,
  'not-in-office': 'This act belongs to whoever holds the office at this moment.',
  'statement-expired': 'What was laid out for signing has expired or was signed already. Look at everything again.',
  'statement-outdated': 'Things have changed since this was laid out for signing. Look at everything again.',
  'bundle-not-valid': problem =>
    `The file for verification does not verify: ${problem.faults.map(fault => fault.place).join(', ')}. Nothing was published.`,
  // The room: a meeting in session
  'meeting-moved-on': 'Somebody was quicker, or the meeting no longer allows this. The page now shows how it stands.',
  'meeting-not-under-way': 'The meeting is not in session at this moment. Wait until the chair opens or resumes it.',
  'chair-not-present': 'Check in first: a session is opened by a chair who is there.',
  'vote-open-in-meeting':
    'A vote of this meeting is still open. Wait until it is decided, or close it once every seat has cast.',
  'item-removed': 'Somebody struck this item from the agenda in the meantime. Choose another one.',
  'item-moved-on': 'Somebody finished, postponed or took up this item first. The page now shows how it stands.',
  'item-not-votable':
    'This item names no text of a group that meets here, so there is nothing to vote on. Bind a version to it first.',
  'check-in-not-open': 'Check-in is not open yet. It opens an hour before the meeting.',
  'already-checked-in': 'This person is checked in already.',
  'not-checked-in': 'You are not checked in for this seat. Check in, and then ask again.',
  'check-in-code-wrong': 'This is not the code that the room shows. Scan it again, or check in without it.',
  'already-in-queue': 'Somebody already waits to speak for this seat. One of you withdraws first.',
  'floor-moved-on': 'The queue has moved on in the meantime. The page now shows how it stands.',
  'seat-not-invited': 'This seat does not belong to this meeting.',
} satisfies Sentences & { readonly unknown: string }
