import type { Measurement } from '../measurement.ts'

export const syncMeasurements: readonly Measurement[] = []
