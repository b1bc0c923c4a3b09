/** Domain to answer: what each kind of thing looks like outside. */
import { findGroup } from '#server/group'
import { findOrganisation, findPerson } from '#server/people'
import type { Queries } from '#server/db'
import type { PersonId } from '#shared/core'
import type { DocumentAccess, Plan, TextClosing } from '#shared/plan'
import { sectionStanding } from '#shared/plan'
import type { PersonEntry, PlanEntry, SectionEntry, VersionEntry } from '#shared/plan/schema'
import type { Group } from '#shared/group'
import type { PlacedSection } from './access.ts'
import { lastEditAt } from './store.ts'
import type { VersionRow } from './version-store.ts'

export function groupEntry({ id, kind, code, name }: Group): PlanEntry['group'] {
  return { id, kind, code, name }
}

export async function planEntry(queries: Queries, plan: Plan): Promise<PlanEntry> {
  const group = await findGroup(queries, plan.groupId)
  if (!group) throw new Error(`plan ${plan.id} is owned by no group`)
  return { id: plan.id, kind: plan.kind, title: plan.title, group: groupEntry(group) }
}

export function versionEntry(version: VersionRow): VersionEntry {
  const { id, number, digest, state, submittedAt, submittedBy, seat, decidedAt, grade } = version
  return { id, number, digest, state, submittedAt, submittedBy, seat, decidedAt, grade }
}

export async function sectionEntry(
  queries: Queries,
  { section, group, damagedAt }: PlacedSection,
  facts: { readonly code: string; readonly access: DocumentAccess; readonly versions: readonly VersionRow[] },
): Promise<SectionEntry> {
  const editedAt = await lastEditAt(queries, section.id)
  const standing = sectionStanding({ waived: section.waived !== null, versions: facts.versions, editedAt })
  const latest = facts.versions
    .filter(version => version.state === standing.state)
    .toSorted((one, other) => other.number - one.number)[0]
  return {
    id: section.id,
    kind: section.kind,
    component: section.component,
    code: facts.code,
    title: section.title,
    group: groupEntry(group),
    access: facts.access,
    standing,
    editedAt,
    waived: section.waived && { reason: section.waived.reason, at: section.waived.at },
    frozen: section.frozen && (await closingEntry(queries, section.frozen, facts.versions)),
    damaged: damagedAt === null ? null : { at: damagedAt },
    version: latest ? { id: latest.id, number: latest.number } : null,
  }
}

async function closingEntry(
  queries: Queries,
  { at, by, reason, untilVersion }: TextClosing,
  versions: readonly VersionRow[],
): Promise<NonNullable<SectionEntry['frozen']>> {
  const until = versions.find(version => version.id === untilVersion)
  return {
    at,
    by: await personEntry(queries, by),
    reason,
    untilOutcome: until ? { id: until.id, number: until.number } : null,
  }
}

export async function personEntry(queries: Queries, personId: PersonId): Promise<PersonEntry> {
  const person = await findPerson(queries, personId)
  if (!person) throw new Error(`${personId} acted on a text and does not exist`)
  const { id, name, organisationId } = person
  const organisation = organisationId && (await findOrganisation(queries, organisationId))
  return { id, name, organisation: organisation?.name ?? null }
}
