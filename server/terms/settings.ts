/** The draft of a group's settings, beside the live text, and what of it is in force. [G10] */
import type { Actor } from '#shared/access'
import { err, ok, type Result, type TermsId } from '#shared/core'
import { votingConstituencies } from '#shared/motion'
import type { PlanProblem } from '#shared/plan'
import type { CommonProblem } from '#shared/problem'
import {
  carriesSettings,
  settingFaults,
  settingsDigest,
  withChanges,
  type GroupSettings,
  type SeatCounts,
  type TermsProblem,
} from '#shared/terms'
import type { SettingsChangeBody, SettingsDraft } from '#shared/terms/schema'
import type { Queries } from '#server/db'
import { electorate, meetingSettingsOf, ruleSetOf } from '#server/group'
import type { Deps } from '../deps.ts'
import { placeForAct, type PlacedTerms } from './access.ts'
import { announceTerms } from './announce.ts'
import { updateDraft } from './store.ts'

type Refusal =
  | Extract<TermsProblem, { type: 'settings-moved-on' | 'settings-out-of-bounds' | 'terms-without-settings' }>
  | Extract<PlanProblem, { type: 'text-damaged' }>
  | Extract<CommonProblem, { type: 'not-found' | 'not-permitted' }>

/** What the group votes and meets by now. */
async function settingsInForce(queries: Queries, { group }: PlacedTerms): Promise<GroupSettings> {
  const rules = await ruleSetOf(queries, group.id)
  if (!rules) throw new Error(`there is no group ${group.id} that would vote by rules`)
  return { rules, meetings: await meetingSettingsOf(queries, group.id) }
}

/** As somebody drafted them last; what is in force, where nobody has. @returns null for an office */
export async function draftOf(queries: Queries, placed: PlacedTerms): Promise<GroupSettings | null> {
  const { kind, draft } = placed.terms
  if (!carriesSettings(kind)) return null
  return draft?.settings ?? settingsInForce(queries, placed)
}

/** @returns null for an office */
export async function readSettings(
  deps: Pick<Deps, 'read' | 'now'>,
  placed: PlacedTerms,
): Promise<SettingsDraft | null> {
  const draft = await draftOf(deps.read, placed)
  if (!draft) return null
  return {
    draft,
    digest: settingsDigest(draft),
    changedAt: placed.terms.draft?.at ?? null,
    changedBy: placed.terms.draft?.by ?? null,
    inForce: await settingsInForce(deps.read, placed),
    seats: await seatsOf(deps, placed),
  }
}

/**
 * Changes some fields of the draft, if it is the draft that was looked at: of two who change it at once the second is
 * told, sees what the first did and may change it again. [G10]
 *
 * - `not-found`: missing or hidden. `not-permitted`: for those who write the text.
 * - `terms-without-settings`: of an office. `text-damaged`: the text stands still, and so does what belongs to it.
 * - `settings-moved-on`: somebody changed them since; carries who, when and the digest of the draft as it is now.
 * - `settings-out-of-bounds`: a bound would be crossed; each fault is named.
 */
export async function changeSettings(
  deps: Pick<Deps, 'transaction' | 'now' | 'bus'>,
  actor: Actor,
  termsId: TermsId,
  { digest, changes }: SettingsChangeBody,
): Promise<Result<void, Refusal>> {
  const changed = await deps.transaction(async (tx): Promise<Result<void, Refusal>> => {
    const placed = await placeForAct(tx, actor, 'terms.edit', termsId)
    if (!placed.ok) return placed
    const { terms, damagedAt } = placed.value
    const draft = await draftOf(tx, placed.value)
    if (!draft) return err({ type: 'terms-without-settings' })
    if (damagedAt !== null) return err({ type: 'text-damaged', since: damagedAt })
    const present = settingsDigest(draft)
    if (present !== digest) {
      const at = terms.draft?.at ?? deps.now()
      return err({ type: 'settings-moved-on', digest: present, by: terms.draft?.by ?? null, at })
    }
    const settings = withChanges(draft, changes)
    const faults = settingFaults(settings)
    if (faults.length > 0) return err({ type: 'settings-out-of-bounds', faults })
    await updateDraft(tx, termsId, { settings, at: deps.now(), by: actor.personId })
    return ok()
  })
  if (changed.ok) announceTerms(deps, termsId)
  return changed
}

/** Seats that could vote now, with somebody accredited. [V1] */
async function seatsOf({ read, now }: Pick<Deps, 'read' | 'now'>, { group }: PlacedTerms): Promise<SeatCounts> {
  const seats = (await electorate(read, group.id, now())).filter(seat => seat.representatives.length > 0)
  const count = (constituency: (typeof votingConstituencies)[number]) =>
    seats.filter(seat => seat.constituency === constituency).length
  return { STATE: count('STATE'), NGO: count('NGO'), PARTNER: count('PARTNER') }
}
