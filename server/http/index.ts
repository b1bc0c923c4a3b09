export { id as idSchema } from '#shared/core/schema'
export { answer, answerEmpty, answers, answersEmpty, json } from './answers.ts'
export { answerError } from './errors.ts'
export { describeApi } from './describe-api.ts'
export { notStored, securityHeaders } from './headers.ts'
export { requestId } from './request-id.ts'
export { serveClient } from './static-files.ts'
export { crossSite, isOwnOrigin } from './cross-site.ts'
export { idempotency } from './idempotency.ts'
export {
  identity,
  requireSession,
  requireSignIn,
  type Identify,
  type Identity,
  type ShutOut,
  type Visitor,
} from './identity.ts'
export { addressOf, rateLimit } from './limits.ts'
export { problemResponses, problemSchema, refuse } from './problems.ts'
export { createRateLimiter, type RateLimiter } from './rate-limit.ts'
export { actorOf, createRouter, type AppEnv } from './router.ts'
export { unicodeBody } from './unicode-body.ts'
