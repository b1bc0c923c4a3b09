import { asId, sha256Hex, type AmendmentId, type SectionVersionId } from '#shared/core'
import {
  amendmentAfter,
  amendmentDigest,
  applyAmendment,
  rebase,
  type AmendmentMove,
  type AmendmentState,
} from '#shared/amendment'
import { canonicalSection, type SectionContent } from '#shared/plan'
import type { Queries, Tx } from '#server/db'
import { followAmendedText } from '#server/meeting'
import type { MotionSubject, MoveFacts, SubjectFacts, SubjectHold, SubjectMove, SubjectMoved } from '#server/motion'
import { amendVersion, loadSectionVersion, sectionVersionSubject } from '#server/plan'
import { appendRecord } from '#server/record'
import type { Deps } from '../deps.ts'
import { inOrderOfVoting } from './order.ts'
import { overtake } from './proposing.ts'
import {
  findAmendment,
  findAmendments,
  openAmendments,
  updateAmendment,
  type NamedAmendment,
  type StoredAmendment,
} from './store.ts'

/** A vote on an amendment is SIMPLE and asks no concurrence, so that none is ever returned. [V8, V9] */
const moves = {
  open: 'open',
  adopt: 'adopt',
  return: 'reject',
  reject: 'reject',
  release: 'release',
  void: 'release',
} as const satisfies Record<SubjectMove, AmendmentMove>

const actOf = {
  open: 'amendment.putToVote',
  adopt: 'amendment.adopted',
  return: 'amendment.notAdopted',
  reject: 'amendment.notAdopted',
  release: 'amendment.released',
  void: 'amendment.released',
} as const satisfies Record<SubjectMove, string>

/** An amendment to a submitted section version, as the votes see it. [V4] */
export const amendmentSubject = {
  kind: 'amendment',

  /** The furthest from the text is voted on first: another one says which. */
  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const amendment = await findAmendment(queries, asId<AmendmentId>(id))
    const version = amendment && (await loadSectionVersion(queries, amendment.versionId))
    if (!version) return null
    const { group, plan, section } = version.placed
    const [first] = version.content ? await inOrderOfVoting(queries, version.id, version.content) : []
    const isPassedOver = amendment.state === 'proposed' && first !== undefined && first.id !== amendment.id
    return {
      id: amendment.id,
      baseId: amendment.id,
      groupId: group.id,
      groupKind: group.kind,
      rulesKind: 'amendment',
      planKind: plan.kind,
      digest: amendmentDigest({ ...amendment, base: version.digest }),
      title: titleOf(amendment, version.content, section.title),
      state: amendment.state,
      mayOpen: amendmentAfter(amendment.state, 'open') !== null && version.state === 'submitted' && !section.waived,
      before: isPassedOver ? { type: 'amendments-in-order', amendmentId: first.id, seat: first.seat.label } : null,
      amends: version.id,
      intact: version.intact,
    }
  },

  async words(queries: Queries, id: string) {
    const amendment = await findAmendment(queries, asId<AmendmentId>(id))
    return amendment
      ? [...amendment.changes.flatMap(({ quote, replacement }) => [quote, replacement]), amendment.reason].join('\n')
      : ''
  },

  async titles(queries: Queries, ids: readonly string[]) {
    const amendments = await findAmendments(queries, ids)
    const versions = amendments.map(({ versionId }) => versionId)
    const texts = await sectionVersionSubject.titles(queries, versions)
    return new Map(
      amendments.map(one => [
        one.id,
        { title: `${texts.get(one.versionId)?.title ?? ''} – ${one.seat.label}`, name: null },
      ]),
    )
  },

  /** Once it has its disposition the text has gone on with or without it: it is proposed anew. */
  async holdsTo(): Promise<SubjectHold> {
    return 'textMovedOn'
  },

  /** Adopted, it makes a new version of its text, and the others are tried on that. */
  async moved(
    tx: Tx,
    deps: Pick<Deps, 'now' | 'newId'>,
    id: string,
    move: SubjectMove,
    facts: MoveFacts,
  ): Promise<SubjectMoved> {
    const amendment = await findAmendment(tx, asId<AmendmentId>(id))
    if (!amendment) throw new Error(`a vote moved the amendment ${id}, which does not exist`)
    const state = stateAfter(amendment.state, moves[move])
    const isDisposed = state === 'adopted' || state === 'notAdopted'
    const disposedAt = isDisposed ? facts.at : null
    const moved: StoredAmendment = { ...amendment, state, disposedAt, motionId: facts.motionId }
    const made = move === 'adopt' ? await makeVersion(tx, deps, amendment, facts) : null
    await updateAmendment(tx, made ? { ...moved, resultId: made.id } : moved)
    await appendRecord(tx, deps, {
      act: actOf[move],
      actor: null,
      subject: amendment.id,
      facts: {
        version: amendment.versionId,
        motion: facts.motionId,
        ...(made && { made: made.id, digest: made.digest }),
      },
    })
    if (!made) return { accessChanged: false, alsoChanged: [{ topic: 'sectionVersion', id: amendment.versionId }] }
    await tryOthers(tx, deps, amendment, made, facts.at)
    const meetings = await followAmendedText(tx, deps, amendment.versionId, made)
    return {
      accessChanged: false,
      alsoChanged: [
        { topic: 'sectionVersion', id: amendment.versionId },
        { topic: 'sectionVersion', id: made.id },
        { topic: 'section', id: amendment.sectionId },
        ...meetings.map(meetingId => ({ topic: 'meeting' as const, id: meetingId })),
      ],
    }
  },
} as const satisfies MotionSubject

/** A submitted section version, on which a vote opens when each amendment to it has its disposition. [V4, A3] */
export const amendableVersionSubject = {
  ...sectionVersionSubject,

  async load(queries: Queries, id: string): Promise<SubjectFacts | null> {
    const facts = await sectionVersionSubject.load(queries, id)
    const open = facts ? (await openAmendments(queries, asId<SectionVersionId>(id))).length : 0
    return facts && open > 0 ? { ...facts, before: { type: 'amendments-open', open } } : facts
  },
} as const satisfies MotionSubject

interface Made {
  readonly id: SectionVersionId
  readonly digest: string
  readonly content: SectionContent
}

async function makeVersion(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  amendment: StoredAmendment,
  facts: MoveFacts,
): Promise<Made> {
  const base = await loadSectionVersion(tx, amendment.versionId)
  const applied = base?.content && applyAmendment(base.content, amendment)
  if (!base || !applied?.ok) throw new Error(`the adopted amendment ${amendment.id} does not fit its text`)
  const content = applied.value
  const id = await amendVersion(tx, deps, base, content, facts)
  return { id, digest: sha256Hex(canonicalSection(content)), content }
}

async function tryOthers(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  adopted: StoredAmendment,
  made: Made,
  at: number,
): Promise<void> {
  for (const other of await openAmendments(tx, adopted.versionId)) {
    const rebased = rebase(made.content, other)
    if (!rebased.ok) {
      await overtake(tx, deps, other, rebased.problem, at)
      continue
    }
    await updateAmendment(tx, { ...other, versionId: made.id })
    const facts = {
      from: adopted.versionId,
      version: made.id,
      textDigest: amendmentDigest({ ...other, base: made.digest }),
    }
    await appendRecord(tx, deps, { act: 'amendment.rebased', actor: null, subject: other.id, facts })
  }
}

function titleOf({ seat }: NamedAmendment, content: SectionContent | null, sectionTitle: string): string {
  const text = content ? `${content.section.code} ${content.section.title}` : sectionTitle
  return `${text} – ${seat.label}`
}

function stateAfter(state: AmendmentState, move: AmendmentMove): AmendmentState {
  const after = amendmentAfter(state, move)
  if (!after) throw new Error(`an amendment cannot ${move} when it is ${state}`)
  return after
}
