/** Setting a workspace up: everything in one transaction, or nothing. */
import { err, ok, sha256Hex, type PersonId, type Result } from '#shared/core'
import type { Problem } from '#shared/problem'
import type { SetupBody } from '#shared/people/schema'
import { enterOrganisation, enterPerson, fillOffice } from '#server/people'
import { createPlans } from '#server/plan'
import { hashPassword, keepPassword, startSession, type Device } from '#server/session'
import type { Tx } from '#server/db'
import type { Deps } from '../deps.ts'
import { makeBodies, type Bodies, type HandedOut } from './bodies.ts'
import { lineOf, setupRefusal } from './check.ts'
import { createGroups } from './groups.ts'
import { hasToken, isSetUp, replaceTokens } from './store.ts'
import { keepWorkspace } from './workspace.ts'

export interface SetUp {
  /** Of the session that the member of the Secretariat is signed in by. */
  readonly token: string
  readonly invitations: readonly HandedOut[]
}

/** Cited where an office is filled by setting up; the Secretariat may end it and cite a proper act. */
const setupAct = 'Set-up of the workspace'

/** Rolls the transaction back and carries the refusal out of it. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.type)
    this.problem = problem
  }
}

/**
 * - `setup-not-valid`: not the link of this start, or set up already; of two at once, one wins
 * - those of `setupRefusal`, `createGroups` and `fillOffice`
 */
export async function setUp(deps: Deps, body: SetupBody, device: Device): Promise<Result<SetUp, Problem>> {
  const refused = setupRefusal(body)
  if (refused) return err(refused)
  const passwordHash = await hashPassword(body.secretariat.password)
  try {
    return ok(await deps.transaction(tx => setUpInside(tx, deps, body, passwordHash, device)))
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}

async function setUpInside(tx: Tx, deps: Deps, body: SetupBody, passwordHash: string, device: Device): Promise<SetUp> {
  if ((await isSetUp(tx)) || !(await hasToken(tx, sha256Hex(body.token))))
    throw new Refused({ type: 'setup-not-valid' })
  await replaceTokens(tx, null)
  await keepWorkspace(tx, deps, { name: body.workspaceName, country: body.country, demo: false })
  const by = await enterSecretariat(tx, deps, body.secretariat, passwordHash)
  const bodies = makeBodies(tx, deps, by)
  if (body.nationalCoordinator) await enterCoordinator(tx, deps, body.nationalCoordinator, bodies, by)
  const groups = accepted(await createGroups({ tx, deps, by, body }, bodies))
  await createPlans(tx, deps, {
    nwgGroupId: groups.nwg,
    childrenGroupId: groups.children,
    groupIdByOwner: groups,
    by,
  })
  const invitations = await bodies.inviteAll()
  const { token } = await startSession(tx, deps, by, 'setup', device)
  return { token, invitations }
}

async function enterSecretariat(
  tx: Tx,
  deps: Deps,
  input: SetupBody['secretariat'],
  passwordHash: string,
): Promise<PersonId> {
  const { name, email, organisationName } = input
  const organisation = accepted(await enterOrganisation(tx, deps, null, { name: organisationName, kind: 'publicBody' }))
  const person = accepted(await enterPerson(tx, deps, null, { name, email, organisationId: organisation.id }))
  await keepPassword(tx, deps, person.id, passwordHash)
  const term = { act: setupAct, startsAt: deps.now(), endsAt: null }
  accepted(await fillOffice(tx, deps, person.id, { office: 'secretariat', personId: person.id, ...term }))
  return person.id
}

async function enterCoordinator(
  tx: Tx,
  deps: Deps,
  input: NonNullable<SetupBody['nationalCoordinator']>,
  bodies: Bodies,
  by: PersonId,
): Promise<void> {
  const kind = (input.line === null ? undefined : lineOf(input.line))?.kind ?? 'ministry'
  const organisationId = accepted(await bodies.organisation(input.organisationName, kind))
  const personId = accepted(await bodies.person(input, organisationId))
  const term = { act: input.act, startsAt: deps.now(), endsAt: null }
  accepted(await fillOffice(tx, deps, by, { office: 'nationalCoordinator', personId, ...term }))
}

function accepted<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Refused(result.problem)
  return result.value
}
