import type { Translate } from '#client/i18n'
import type { MethodName, Tally as Counts } from '#shared/motion'
import type { TallyPart } from '#client/ui'

/**
 * The parts of a count that a bar shows, in the words of the method; seats that did not cast are its empty rest. In a
 * silence procedure they are what decides, and stand first. [V3, V10, V11, V12]
 */
export function tallyParts(counts: Counts, t: Translate, method: MethodName = 'BALLOT'): readonly TallyPart[] {
  const { yes, no, abstain, presentNotVoting, recused, notCast } = counts
  const words = wordsOf(t, method)
  const parts = {
    yes: { key: 'yes', label: words.yes, value: yes, tone: 'success' },
    no: { key: 'no', label: words.no, value: no, tone: 'alarm' },
    abstain: { key: 'abstain', label: words.abstain, value: abstain, tone: 'neutral' },
    silent: { key: 'silent', label: words.notCast, value: notCast, tone: 'success' },
  } as const satisfies Record<string, TallyPart>
  const rarely = [
    { key: 'present', label: words.present, value: presentNotVoting, tone: 'observer' },
    { key: 'recused', label: t('motion.tally.recused'), value: recused, tone: 'notice' },
  ] as const
  return [...inOrder(parts, method), ...rarely.filter(part => part.value > 0)]
}

function inOrder(
  { yes, no, abstain, silent }: Readonly<Record<'yes' | 'no' | 'abstain' | 'silent', TallyPart>>,
  method: MethodName,
): readonly TallyPart[] {
  switch (method) {
    case 'CONSENSUS':
      return [yes, abstain, no]
    case 'SILENCE':
      return [silent, no, abstain]
    case 'SECRET':
      // Of a constituency it is only known who took part.
      return yes.value + no.value + abstain.value > 0 ? [yes, no, abstain] : []
    default:
      return [yes, no, abstain]
  }
}

/** A count as one figure: `9–3–1`, in the order in which the method names its choices. */
export function tallyFigure(counts: Counts, t: Translate, method: MethodName = 'BALLOT'): string {
  const { yes, no, abstain } = counts
  switch (method) {
    case 'CONSENSUS':
      return t('motion.tally.short', yes, abstain, no)
    case 'SILENCE':
      return t('method.tally.silenceShort', no)
    case 'SECRET':
      return t('method.tally.secretShort', papersOf(counts))
    default:
      return t('motion.tally.short', yes, no, abstain)
  }
}

/** The same for those who hear it. */
export function tallySpoken(counts: Counts, t: Translate, method: MethodName = 'BALLOT'): string {
  const { yes, no, abstain, notCast, presentNotVoting } = counts
  switch (method) {
    case 'CONSENSUS':
      return t('method.tally.consensusSpoken', yes, abstain, no)
    case 'SILENCE':
      return t('method.tally.silenceSpoken', no, abstain, notCast)
    case 'SECRET':
      return presentNotVoting > 0
        ? t('method.tally.secretShort', papersOf(counts))
        : t('method.tally.secretSpoken', yes, no, abstain)
    default:
      return t('motion.tally.spoken', yes, no, abstain)
  }
}

function papersOf({ yes, no, abstain, presentNotVoting }: Counts): number {
  return yes + no + abstain + presentNotVoting
}

function wordsOf(t: Translate, method: MethodName) {
  const ballot = {
    yes: t('motion.tally.yes'),
    no: t('motion.tally.no'),
    abstain: t('motion.tally.abstain'),
    present: t('motion.tally.present'),
    notCast: t('method.tally.SILENCE.notCast'),
  }
  if (method === 'BALLOT') return ballot
  return {
    ...ballot,
    yes: t(`method.tally.${method}.yes`),
    no: t(`method.tally.${method}.no`),
    abstain: t(`method.tally.${method}.abstain`),
    present: t(`method.tally.${method}.present`),
  }
}
