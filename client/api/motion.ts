import { hc } from 'hono/client'
import type { MotionRoutes } from '../../server/motion/routes.ts'
import type { BallotBody, OpeningInput, Preflight, SecretBallotBody } from '#shared/motion/schema'
import { call } from './call.ts'
import { gate } from './gate.ts'

export type {
  MotionSummary,
  MotionView,
  MySeatView,
  OpeningInput,
  Preflight,
  PreflightProblem,
  RosterSeatView,
} from '#shared/motion/schema'

const api = hc<MotionRoutes>('/api', gate.options)

interface MotionQuery {
  readonly state?: 'open' | 'decided'
  readonly group?: string
  readonly subject?: string
}

export const fetchMotions = (query: MotionQuery = {}) => call(api.motions.$get({ query }))

export const fetchMotion = (id: string) => call(api.motions[':id'].$get({ param: { id } }))

export const fetchPreflight = (query: {
  readonly subjectKind: Preflight['subject']['kind']
  readonly subjectId: string
}) => call(api.motions.preflight.$get({ query }))

/** @param key the same for every attempt at this one opening */
export const openMotion = (json: OpeningInput, key: string) =>
  call(api.motions.$post({ json }, { headers: { 'idempotency-key': key } }))

/** @param key the same for every attempt at one ballot, so that a lost answer does not cast it twice */
export const castBallot = (id: string, json: BallotBody, key: string) =>
  call(api.motions[':id'].ballots.$post({ param: { id }, json }, { headers: { 'idempotency-key': key } }))

/**
 * Puts a paper into the box of a secret ballot. Without a key: under one the server would keep what it was sent, and a
 * second paper is refused all the same. [V12]
 */
export const castSecretBallot = (id: string, json: SecretBallotBody) =>
  call(api.motions[':id'].papers.$post({ param: { id }, json }))

/** The exact text under vote is before the person. */
export const noteTextOpened = (id: string) => call(api.motions[':id']['text-opened'].$post({ param: { id } }))

export const closeMotion = (id: string) => call(api.motions[':id'].close.$post({ param: { id } }))

export const extendMotion = (id: string, closesAt: number) =>
  call(api.motions[':id'].extension.$post({ param: { id }, json: { closesAt } }))

/** 128 random bits for one act; `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newActKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
