import type { WholeTranslation } from '../messages.ts'
import { action } from './action.ts'
import { afterVote } from './after-vote.ts'
import { amendment } from './amendment.ts'
import { app } from './app.ts'
import { decision } from './decision.ts'
import { calendar } from './calendar.ts'
import { editor } from './editor.ts'
import { election } from './election.ts'
import { endorsement } from './endorsement.ts'
import { group } from './group.ts'
import { home } from './home.ts'
import { meeting } from './meeting.ts'
import { memorandum } from './memorandum.ts'
import { method } from './method.ts'
import { minutes } from './minutes.ts'
import { motion } from './motion.ts'
import { paper } from './paper.ts'
import { participation } from './participation.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { problems } from './problems.ts'
import { record } from './record.ts'
import { redline } from './redline.ts'
import { room } from './room.ts'
import { sync } from './sync.ts'
import { terms } from './terms.ts'
import { titles } from './titles.ts'
import { ui } from './ui.ts'

/**
 * French, complete. One word for one thing: `approbation` is the endorsement, `prise d’acte` the noting, `inscription` an
 * entry of the record, `omise` a waived section. Narrow no-break spaces (U+202F) stand in the texts as they are shown.
 */
export const messages: WholeTranslation = {
  action,
  afterVote,
  amendment,
  app,
  decision,
  calendar,
  editor,
  election,
  endorsement,
  group,
  home,
  meeting,
  memorandum,
  method,
  minutes,
  motion,
  paper,
  participation,
  people,
  plan,
  problems,
  record,
  redline,
  room,
  sync,
  terms,
  titles,
  ui,
}
