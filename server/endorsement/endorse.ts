/**
 * The National Co-ordinator's act. [E3, E4, E5]
 *
 *   prepare   look at everything again ─▶ statement of what is shown ─▶ waits under its challenge, ten minutes, once
 *   endorse   passkey over the challenge, or password and workspace key over the statement
 *             ─▶ look at everything again, inside the transaction ─▶ same statement? ─▶ endorsed
 *
 * What is signed is therefore what was shown, and what was shown is how things stood when it was signed.
 */
import type { Actor } from '#shared/access'
import {
  canonicalJson,
  err,
  minuteMs,
  ok,
  sha256Hex,
  type Instant,
  type PersonId,
  type PlanVersionId,
  type Result,
} from '#shared/core'
import {
  canonicalStatement,
  challengeOf,
  parseStatement,
  type BundleSignature,
  type EndorsementForm,
  type EndorsementMethod,
  type EndorsementStatement,
} from '#shared/endorsement'
import type { AssertionBody } from '#shared/people/schema'
import type { Problem } from '#shared/problem'
import type { Queries } from '#server/db'
import { officesHeld } from '#server/people'
import { appendRecord } from '#server/record'
import { assertionOptions, hasPasskey, reauthenticate, verifyAssertion } from '#server/session'
import type { Deps } from '../deps.ts'
import { findForMove, type PlacedVersion } from './access.ts'
import { announce } from './announce.ts'
import { loadEvidence } from './evidence.ts'
import { noteOverdue } from './note.ts'
import { statementOf } from './statement.ts'
import { findStatement, insertAct, insertStatement, takeStatement, updatePlanVersion } from './store.ts'

/** Time to read what is shown before signing it. */
const statementValidMs = 10 * minuteMs

type AssertionOptions = Extract<Awaited<ReturnType<typeof assertionOptions>>, { ok: true }>['value']

export interface PreparedEndorsement {
  readonly method: EndorsementMethod
  readonly statement: EndorsementStatement
  /** SHA-256 of the statement's canonical text, base64url. */
  readonly challenge: string
  /** What the browser's authenticator is asked with; null by password. */
  readonly options: AssertionOptions | null
  readonly expiresAt: Instant
}

/**
 * Looks at everything again and says what is to be signed. By passkey if the National Co-ordinator has one that can be
 * used at this address, else by password and the workspace's key. [E4]
 *
 * - `not-found`, `not-permitted`, `plan-version-moved-on`.
 * - `not-in-office`: whoever asks does not hold the office now. [E5]
 * - `text-altered`, `dissent-missing`: what stands in the way, by name. [E5]
 */
export async function prepareEndorsement(
  deps: Deps,
  actor: Actor,
  id: PlanVersionId,
  input: { readonly as: EndorsementForm | null; readonly origin: string | undefined },
): Promise<Result<PreparedEndorsement, Problem>> {
  await noteOverdue(deps)
  const found = await findToEndorse(deps.read, deps, actor, id)
  if (!found.ok) return found
  const evidence = await loadEvidence(deps.read, found.value.version)
  if (!evidence.ok) return evidence

  const { personId } = actor
  const method = await methodFor(deps, personId, input.origin)
  const act = { personId, method, as: input.as, nonce: deps.newSecret() }
  const statement = await statementOf(deps.read, deps, found.value, evidence.value, act)
  const text = canonicalStatement(statement)
  const challenge = challengeOf(text)
  const options =
    method === 'passkey' ? await assertionOptions(deps, { personId, challenge, origin: input.origin }) : null
  if (options && !options.ok) return options
  const expiresAt = deps.now() + statementValidMs
  await deps.transaction(tx => insertStatement(tx, { challenge, personId, statement: text, expiresAt }))
  return ok({ method, statement, challenge, options: options?.value ?? null, expiresAt })
}

export type Confirmation =
  | { readonly method: 'passkey'; readonly challenge: string; readonly response: AssertionBody }
  | { readonly method: 'workspaceKey'; readonly challenge: string; readonly password: string }

/**
 * Endorses. Of two acts at once, one succeeds. [E4, E5]
 *
 * - as `prepareEndorsement`, looked at again
 * - `statement-expired`: signed before, or older than ten minutes
 * - `statement-outdated`: what was shown is no longer so; prepare again
 * - `passkey-refused`, `passkey-unavailable-here`, `password-refused`, `too-many-requests`: the confirmation
 */
export async function endorse(
  deps: Deps,
  actor: Actor,
  id: PlanVersionId,
  input: { readonly confirmation: Confirmation; readonly origin: string | undefined },
): Promise<Result<void, Problem>> {
  const { confirmation } = input
  const found = await findToEndorse(deps.read, deps, actor, id)
  if (!found.ok) return found
  const text = await findStatement(deps.read, confirmation.challenge, actor.personId, deps.now())
  const statement = text === null ? null : parseStatement(text)
  if (text === null || statement?.planVersionId !== id) return err({ type: 'statement-expired' })
  if (statement.method !== confirmation.method) return err({ type: 'statement-outdated' })
  const signature = await confirm(deps, actor.personId, text, confirmation, input.origin)
  if (!signature.ok) return signature

  const endorsed = await deps.transaction(async (tx): Promise<Result<PlacedVersion, Problem>> => {
    const waiting = await takeStatement(tx, confirmation.challenge, actor.personId, deps.now())
    if (waiting !== text) return err({ type: 'statement-expired' })
    const current = await findToEndorse(tx, deps, actor, id)
    if (!current.ok) return current
    const evidence = await loadEvidence(tx, current.value.version)
    if (!evidence.ok) return evidence
    const { personId, method, nonce } = statement
    const act = { personId, method, as: statement.as ?? null, nonce }
    const again = await statementOf(tx, deps, current.value, evidence.value, act)
    if (canonicalStatement(again) !== text) return err({ type: 'statement-outdated' })

    const at = deps.now()
    const done = { act: 'endorsed', statement: text, method, signature: signature.value } as const
    const actId = deps.newId()
    await insertAct(tx, { id: actId, planVersionId: id, personId, at, ...done })
    const { version } = current.value
    const endorsedAs = statement.as ?? null
    await updatePlanVersion(tx, id, { state: current.value.after, endorsedAt: at, endorsedAs })
    await appendRecord(tx, deps, {
      act: 'endorsement.given',
      at,
      actor: personId,
      subject: id,
      facts: {
        endorsementAct: actId,
        at,
        root: version.root,
        number: version.number,
        office: statement.office,
        method,
        as: endorsedAs,
        statement: sha256Hex(text),
        signature: sha256Hex(canonicalJson(signature.value)),
      },
    })
    return current
  })
  if (!endorsed.ok) return endorsed
  announce(deps, endorsed.value.plan.id, id)
  return ok()
}

async function findToEndorse(queries: Queries, deps: Pick<Deps, 'now'>, actor: Actor, id: PlanVersionId) {
  const found = await findForMove(queries, actor, id, 'endorse', 'planVersion.endorse')
  if (!found.ok) return found
  const held = await officesHeld(queries, actor.personId, deps.now())
  return held.includes('nationalCoordinator') ? found : err({ type: 'not-in-office' } as const)
}

async function methodFor(deps: Deps, personId: PersonId, origin: string | undefined): Promise<EndorsementMethod> {
  if (!(await hasPasskey(deps.read, personId))) return 'workspaceKey'
  // An address without a host name can have no passkeys: the record will say which way it was.
  const probe = await assertionOptions(deps, { personId, challenge: deps.newSecret(), origin })
  return probe.ok ? 'passkey' : 'workspaceKey'
}

async function confirm(
  deps: Deps,
  personId: PersonId,
  statement: string,
  confirmation: Confirmation,
  origin: string | undefined,
): Promise<Result<BundleSignature, Problem>> {
  if (confirmation.method === 'workspaceKey') {
    const again = await reauthenticate(deps, personId, confirmation.password)
    return again.ok ? ok({ method: 'workspaceKey', signature: deps.workspaceKey.sign(statement) }) : again
  }
  const expectedChallenge = challengeOf(statement)
  const assertion = await verifyAssertion(deps, {
    personId,
    response: confirmation.response,
    expectedChallenge,
    origin,
  })
  if (!assertion.ok) return assertion
  const { authenticatorData, clientDataJSON, signature, publicKey, rpId } = assertion.value
  return ok({
    method: 'passkey',
    authenticatorData,
    clientDataJSON,
    signature,
    publicKey,
    rpId,
    origin: assertion.value.origin,
  })
}
