import { getOwner, runWithOwner } from 'solid-js'
import type { AfterVote } from '../../api/after-vote.ts'
import { createFetched, type Fetched } from '../../api/fetched.ts'
import { fetchMotions, type MotionSummary } from '../../api/motion.ts'
import { fetchAfter } from './AfterVote.tsx'

/** The votes on one text, and what follows them: fetched once by the page of the text, and handed down to its parts. */
export interface TextVotes {
  /** On this version, the latest first. */
  readonly on: (versionId: string) => readonly MotionSummary[]
  /** What goes on around one of them. */
  readonly after: (motionId: string) => Fetched<AfterVote> | undefined
}

/** @param subjectId of a version, or of what all versions of a text are versions of */
export function createTextVotes(subjectId: () => string): TextVotes {
  const owner = getOwner()
  const fetched = createFetched(() => fetchMotions({ subject: subjectId() }), ['motion'])
  const asked = new Map<string, Fetched<AfterVote>>()
  const after = (motionId: string): Fetched<AfterVote> | undefined => {
    const known = asked.get(motionId) ?? runWithOwner(owner, () => fetchAfter(motionId))
    if (known) asked.set(motionId, known)
    return known
  }
  return {
    on: versionId => (fetched.value()?.motions ?? []).filter(({ subject }) => subject.id === versionId),
    after,
  }
}
