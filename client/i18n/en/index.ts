import { action } from './action.ts'
import { afterVote } from './after-vote.ts'
import { amendment } from './amendment.ts'
import { app } from './app.ts'
import { calendar } from './calendar.ts'
import { decision } from './decision.ts'
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

export const en = {
  action,
  afterVote,
  amendment,
  app,
  calendar,
  decision,
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
