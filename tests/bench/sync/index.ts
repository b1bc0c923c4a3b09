import type { Measurement } from '../measurement.ts'
import { measureJoin } from './join.ts'
import { measureKill } from './kill.ts'
import { measurePlenary } from './plenary.ts'
import { measureTrace } from './replay.ts'
import { measureSaturation } from './saturation.ts'

export const syncMeasurements: readonly Measurement[] = [
  measurePlenary,
  measureSaturation,
  measureTrace,
  measureJoin,
  measureKill,
]
