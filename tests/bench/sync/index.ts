import type { Measurement } from '../measurement.ts'
import { measureFlapping } from './flapping.ts'
import { measureFsync } from './fsync.ts'
import { measureHistory } from './history.ts'
import { measureJoin } from './join.ts'
import { measureKill } from './kill.ts'
import { measureMeeting } from './meeting.ts'
import { measureMemory } from './memory.ts'
import { measurePlenary } from './plenary.ts'
import { measurePresence } from './presence.ts'
import { measureTrace } from './replay.ts'
import { measureSaturation } from './saturation.ts'
import { measureVotes } from './votes.ts'

export const syncMeasurements: readonly Measurement[] = [
  measureFsync,
  measurePlenary,
  measureSaturation,
  measureMemory,
  measureTrace,
  measureJoin,
  measurePresence,
  measureHistory,
  measureMeeting,
  measureVotes,
  measureKill,
  measureFlapping,
]
