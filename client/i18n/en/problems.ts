import type { ApiProblem } from '../../api/call.ts'

/** A sentence for each refusal: what happened, and what the reader can do. */
type Sentences = {
  readonly [T in ApiProblem['type']]?: string | ((problem: Extract<ApiProblem, { readonly type: T }>) => string)
}

/** What holds a text to what a vote decided. [V13] */
const heldBy = {
  inPlan: 'This text stands in a version of the plan. Replace or vote down that version first.',
  endorsed: 'This text was endorsed. What follows is a new version with its own vote.',
  sealed: 'The minutes are sealed. An erratum can be added.',
  inForce: 'What this vote decided is in force. It is changed by another vote.',
  textMovedOn: 'The text has moved on since this vote and can no longer go back to it.',
}

const notStated = {
  notOfElectorate: 'This seat was not of those that vote here.',
  running: 'Statements are made once the vote is over.',
  voided: 'The vote was voided.',
  certified:
    'The outcome is certified, and what was said with it stands. A vote can be explained until 14 days after the decision.',
  periodOver: 'The outcome is certified, and the 14 days for explaining the vote are over.',
  notOverObjection: 'A dissent is handed in to a text that was adopted over the objection of the NGO seats.',
  notObjecting: 'A dissent is handed in by an NGO seat that voted no.',
  notAdopted: 'A reservation is made to a text that was adopted.',
  noBallot: 'This seat cast no ballot that is known.',
}

/** A section by code and title; the whole plan by its title. */
const namedText = ({ code, title }: { readonly code: string; readonly title: string }): string =>
  code === 'plan' ? title : `${code} ${title}`

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
  'meeting-in-session':
    'A meeting of this group is in session. Open the vote under its agenda item, so that its roll is who is there.',
  'access-suspended':
    'Your access is suspended at present. Ask the Secretariat of your workspace why, and for how long.',
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
  'election-moved-on': 'The election has moved on in the meantime. Look at it again.',
  'election-under-way': 'The group elects a chair already. Go on with that election, or give it up first.',
  'candidate-without-seat':
    'Whoever stands has to speak for a voting seat of the group. The Secretariat can accredit them.',
  'candidate-already-listed': 'This person stands already.',
  'election-without-candidates': 'Nobody stands yet. The list can be closed once somebody does.',
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
  // Terms of reference
  'settings-moved-on':
    'Somebody changed these rules since you looked at them. Nothing was overwritten; look at what changed, then save again.',
  'settings-out-of-bounds':
    'A choice crosses a bound that no group can set aside. Mend the marked fields and save again.',
  'terms-without-settings': 'The terms of an office carry no rules. Write its text alone.',
  'terms-already-submitted': problem => `Exactly this text with these rules is version ${problem.number} already.`,
  'memorandum-not-with-ngo': 'A memorandum is registered with an NGO. Choose one.',
  'memorandum-ends-before-it-starts': 'The memorandum would end before it begins. Check both days.',
  'memorandum-ended': 'This memorandum is over already. The page now shows since when.',
  // Minutes
  'minutes-moved-on': 'These minutes have moved on in the meantime. The page now shows how they stand.',
  'minutes-sealed': 'These minutes are sealed, and nobody changes them any more. The Secretariat can add an erratum.',
  'meeting-not-adjourned': 'The meeting is not over yet. Minutes go round once the chair has closed the session.',
  'corrections-open': 'Proposed corrections wait for a decision. Accept or refuse each of them, then circulate.',
  'corrections-closed':
    'The time for corrections is over. Raise it at the next meeting, where the minutes are put to approval.',
  'correction-disposed': 'Somebody has decided on this correction already. The page now shows how.',
  'minutes-text-moved-on': 'Somebody has written since you looked at the minutes. Read them again, then circulate.',
  'not-own-statement':
    'An observer corrects its own statement only. Quote your statement, or some whole words of it, under the item where it stands.',
  'quote-not-in-minutes': problem =>
    `These words do not stand in version ${problem.version} under this item. Select them in the text as it was circulated, or leave the quotation empty where something is missing.`,
  'file-not-made': problem =>
    `The minutes cannot be made into a ${problem.format} file. Take them away in another format, and tell the Secretariat if you need this one.`,
  'too-many-statements': problem =>
    `Your seat has filed ${problem.limit} statements, as many as it may. Those that are filed stand in the minutes.`,
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
  // Around and after a vote
  'vote-moved-on': 'The vote has moved on in the meantime. Look at where it stands now.',
  'joint-act-pending': 'Somebody has asked for this already. It waits to be confirmed.',
  'joint-act-over':
    'This was confirmed, declined, taken back, or not confirmed within 24 hours. It can be asked for again.',
  'already-reconciled': 'The reconciliation is on record already. The chair can open the second round.',
  'text-taken-up': 'The text has been put to the vote again since. Follow that vote.',
  'certification-too-early':
    'The NGO seats that objected may still hand in their dissent or waive it. Certify when they have, or when their time is over.',
  'vote-not-voidable': problem => heldBy[problem.because],
  'statement-not-open': problem => notStated[problem.because],
  'too-many-versions': problem => `This statement was handed in ${problem.limit} times already.`,
  'needs-two-persons': 'This takes two persons: somebody else has to confirm what you asked for.',
  'motion-not-open': 'The vote is not open at this moment.',
  'motion-not-paused': 'The vote is not paused.',
  'motion-already-voided': 'The vote was voided already.',
  'deadline-passed': 'The deadline has passed.',
  'dissent-missing': problem =>
    `${namedText(problem)} was adopted over the objection of the NGO seats, and that is not certified yet. Chair and Secretariat certify it on the page of the vote, once each dissent is handed in or waived or the time for it is over.`,
  'not-in-office': 'This act belongs to whoever holds the office at this moment.',
  'statement-expired': 'What was laid out for signing has expired or was signed already. Look at everything again.',
  'statement-outdated': 'Things have changed since this was laid out for signing. Look at everything again.',
  'record-not-signed':
    'The record as it is stored does not continue what was signed, so nothing can be proven by it. Check the record, and ask whoever runs the server to look into it before anything else.',
  'bundle-not-valid': problem =>
    `The file for verification does not verify: ${problem.faults.map(fault => fault.place).join(', ')}. Nothing was published.`,
  // Meetings, before they begin
  'agenda-empty': 'The agenda has no items yet. Add at least one, then convene.',
  'notice-too-short':
    'The meeting begins before its notice has run. Choose a later date; an urgent meeting needs a reason and 48 hours.',
  'urgent-without-reason': 'The ordinary notice cannot be kept. Say why the meeting is urgent, or choose a later date.',
  'item-without-subject': 'A decision on the agenda names no text yet. Name one, or make it a discussion.',
  'nobody-to-invite': 'Nobody is accredited for any seat that would be invited. The Secretariat can accredit people.',
  'meeting-moved-on':
    'The meeting has moved on in the meantime: somebody may have been quicker. The page now shows how it stands.',
  'meeting-ends-before-it-starts': 'The meeting would end before it begins. Choose a later end.',
  'meeting-in-the-past': 'The meeting would begin in the past. Choose a time that is still to come.',
  'resumes-in-the-past': 'The session would go on before it stops. Choose a time that is still to come.',
  'meeting-too-far': 'The meeting would begin more than three years from now. Choose an earlier date.',
  'meeting-too-long': 'The meeting would last more than 14 days. Choose an earlier end.',
  'time-zone-unknown': 'This time zone is not known. Choose another one.',
  'item-removed': problem =>
    `${problem.name ?? 'Somebody'} struck this item from the agenda in the meantime. The page now shows how it stands.`,
  'item-taken-up': 'The meeting has begun with this item: it stays on the agenda as what it is.',
  'item-in-minutes':
    'Words, a statement, a vote or an action item stand under this item in the minutes. Postpone or finish it instead.',
  'item-fixed': 'Minutes are put to approval first. This item stays where it is.',
  'item-too-deep': 'There is one level of sub-items. Make the item above one of its own first.',
  'agenda-too-long': problem => `The agenda holds ${problem.limit} items at most. Strike or finish some first.`,
  'item-not-votable': 'This text belongs to a group that does not meet here. Choose a text of a group that does.',
  'seat-not-invited': 'This seat is not of the meeting. Load the page again.',
  'series-ended': 'This series has ended. Begin a new one, or plan a single meeting.',
  // Amendments
  'words-not-found': 'The quoted words do not stand there in this text. Select them again in the text as it is now.',
  'words-found-twice':
    'The quoted words stand there more than once. Quote more of the sentence, so that it is clear which are meant.',
  'changes-overlap': 'Two changes quote the same words. Make one change of them.',
  'nothing-changed': 'What is proposed is what stands there. Change the words, or close this.',
  'amendments-in-order': problem => `The amendment of ${problem.seat} is further from the text and is voted on first.`,
  'amendments-open': problem =>
    problem.open === 1
      ? 'One amendment to this text waits for its vote. The text is voted on after it.'
      : `${problem.open} amendments to this text wait for their votes. The text is voted on after them.`,
  'amendment-moved-on': 'This amendment is under vote or decided already. The page now shows how it stands.',
  'text-takes-no-amendments':
    'This text takes amendments while it is submitted and not under vote. The page now shows how it stands.',
  // In session
  'meeting-not-under-way': 'This is done while the meeting is in session. The page now shows how it stands.',
  'start-not-open': 'It is too early to begin. A meeting can begin from an hour before its time.',
  'chair-not-present': 'Check in first: a meeting begins with its chair present.',
  'vote-open-in-meeting':
    'A vote of this meeting is still open. Close it once every seat has cast its ballot, or wait for its deadline.',
  'item-moved-on': 'Somebody else moved this item in the meantime. The page now shows how it stands.',
  'check-in-not-open': 'It is too early to check in. This opens an hour before the meeting begins.',
  'not-checked-in': 'You are not checked in for this seat. Check in first.',
  'check-in-code-wrong':
    'This is not the code of this room. Scan the one on the room’s screen again, or check in as taking part from elsewhere.',
  'already-in-queue': 'Somebody else of this seat is in the queue already.',
  'floor-moved-on': 'The queue has moved on in the meantime. The page now shows it as it is.',
  // Action items
  'action-item-closed': (problem): string =>
    problem.state === 'done'
      ? 'Somebody marked this as done in the meantime. The page now shows it so.'
      : 'Somebody closed this as no longer wanted in the meantime. The page now shows why.',
  'due-in-the-past': 'That day has passed where the meeting is. Choose today or a later day.',
  'drop-without-reason': 'Say why it is no longer wanted: the next meeting will ask.',
  // The record
  'witness-not-eligible':
    'Only the seat of an international organisation that observes, or of an NGO, can be a witness. Choose one that has an organisation.',
  'witness-already': 'This seat is a witness already. The page now shows it.',
  'witness-ngo-taken':
    'Another NGO seat is a witness already. End that one first, or name an international organisation.',
  'witness-key-not-valid':
    'This is no public key for co-signatures. Paste the verifier key that your tool shows (name+id+key), or the 32 bytes of an Ed25519 key in base64.',
  'witness-key-taken': 'This key is in use already. Make one that only you have.',
  'witness-without-key': 'Hand in a key first; then co-sign.',
  'cosignature-not-valid':
    'This line is no valid co-signature of the checkpoint by the witness’s key, so it was not kept. Fetch the checkpoint again, look at the clock of your device, and sign once more.',
  // Papers and calendars
  'subject-altered':
    'The stored text is not the one that was submitted any more, so it was not added. The Secretariat can restore it from a backup.',
  'file-type-refused': problem =>
    `Files of this kind are not taken, or this one is not what its name says. These are: ${problem.allowed.join(', ')}; office files without macros.`,
  'file-too-large': problem =>
    `The file is larger than ${Math.floor(problem.limitBytes / 1_048_576)} MB. Make it smaller, or hand it in as several files.`,
  'file-empty': 'The file is empty. Look at it on your device and choose it again.',
  'file-incomplete': 'The file did not arrive whole. Nothing was added; try again.',
  'file-damaged':
    'The stored file is damaged and was not handed out. Ask the Secretariat to restore it from a backup or whoever handed it in to do so again.',
  'too-many-papers': problem => `This item has its ${problem.limit} papers already. Take one away first.`,
  'too-many-calendars': problem =>
    `You are subscribed to ${problem.limit} calendars already. End one on your account page first.`,
} satisfies Sentences & { readonly unknown: string }
