import type { Deps } from '../deps.ts'
import type { Motion } from './motion.ts'

/**
 * Tells pages that a vote has changed, after the commit.
 *
 * @param what `moved`: the text under vote has changed its state too; `ballots`: only the vote has
 */
export function announce(
  { bus }: Pick<Deps, 'bus'>,
  motion: Pick<Motion, 'id' | 'subjectKind' | 'subjectId' | 'baseId'>,
  what: 'moved' | 'ballots',
): void {
  bus.publish({ type: 'changed', topic: 'motion', id: motion.id })
  if (what === 'ballots') return
  const [version, base] =
    motion.subjectKind === 'sectionVersion'
      ? (['sectionVersion', 'section'] as const)
      : (['planVersion', 'plan'] as const)
  bus.publish({ type: 'changed', topic: version, id: motion.subjectId })
  bus.publish({ type: 'changed', topic: base, id: motion.baseId })
}
