import type { Measurement } from '../measurement.ts'
import { measureDecide } from './decide.ts'

export const motionMeasurements: readonly Measurement[] = [measureDecide]
