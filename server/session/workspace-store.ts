/** The workspace as anybody may know it: its name and, on a demonstration, whom one can sign in as. */
import { and, asc, eq, isNull, like } from 'drizzle-orm'
import type { WorkspaceAnswer } from '#shared/people/schema'
import {
  groupsTable,
  organisationsTable,
  personsTable,
  representativesTable,
  seatsTable,
  type Queries,
} from '#server/db'
import { listOffices } from '#server/people'
import type { Deps } from '../deps.ts'
import { findWorkspace } from './account-store.ts'

const demoDomain = '@demo.example'
/** Told on the sign-in page. One that the operator chose is theirs to tell. */
const toldPassword = 'demonstration'

export async function readWorkspace(deps: Deps): Promise<WorkspaceAnswer> {
  const workspace = await findWorkspace(deps.read)
  if (!workspace) return { setUp: false, name: null, country: null, demo: null }
  const { demoPassword } = deps.config
  return {
    setUp: true,
    name: workspace.name,
    country: workspace.country,
    demo:
      workspace.demo && demoPassword !== null
        ? {
            password: demoPassword === toldPassword ? demoPassword : null,
            accounts: await demoAccounts(deps.read, deps.now()),
          }
        : null,
  }
}

type Account = NonNullable<WorkspaceAnswer['demo']>['accounts'][number]

async function demoAccounts(queries: Queries, now: number): Promise<Account[]> {
  const persons = await queries
    .select({
      id: personsTable.id,
      name: personsTable.name,
      email: personsTable.email,
      organisation: organisationsTable.name,
    })
    .from(personsTable)
    .leftJoin(organisationsTable, eq(organisationsTable.id, personsTable.organisationId))
    .where(and(like(personsTable.email, `%${demoDomain}`), isNull(personsTable.suspendedAt)))
    .orderBy(asc(personsTable.createdAt), asc(personsTable.name))
  const standings = await queries
    .select({
      personId: representativesTable.personId,
      rank: representativesTable.rank,
      constituency: seatsTable.constituency,
    })
    .from(representativesTable)
    .innerJoin(seatsTable, eq(seatsTable.id, representativesTable.seatId))
    .where(and(isNull(representativesTable.endsAt), isNull(seatsTable.endedAt)))
  const groups = await queries.select({ name: groupsTable.name, chair: groupsTable.chairPersonId }).from(groupsTable)
  const terms = (await listOffices(queries, now)).filter(term => term.inForce)
  return persons.map(person => {
    const office = terms.find(term => term.person.id === person.id)?.office ?? null
    const chairs = groups.filter(group => group.chair === person.id).map(group => group.name)
    const own = standings.filter(standing => standing.personId === person.id)
    const { name, email, organisation } = person
    return { name, email, organisation, office, chairs, part: partOf(office !== null, chairs.length > 0, own) }
  })
}

function partOf(
  office: boolean,
  chair: boolean,
  standings: readonly { readonly rank: string; readonly constituency: string }[],
): Account['part'] {
  if (office) return 'office'
  if (chair) return 'chair'
  if (standings.length > 0 && standings.every(standing => standing.rank === 'alternate')) return 'alternate'
  const [first] = standings
  if (first?.constituency === 'NGO') return 'ngo'
  if (first?.constituency === 'PARTNER') return 'partner'
  return first?.constituency === 'STATE' ? 'state' : 'observer'
}
