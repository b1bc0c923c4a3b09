import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Notice, Tally, type TallyPart, type Tone } from '#client/ui'
import type { GroupParticipation } from '../api/participation.ts'
import { Figure } from './Figure.tsx'

type Amendments = GroupParticipation['amendments']

const became = {
  adopted: 'adopted',
  notAdopted: 'rejected',
  withdrawn: 'neutral',
  overtaken: 'waived',
  open: 'submitted',
} as const satisfies Record<Exclude<keyof Amendments['ngo'], 'proposed'>, Tone>

/** What was proposed, and what became of it. [A2, A3] */
export function AmendmentFigure(props: {
  readonly amendments: Amendments
  readonly source: { readonly href: string; readonly label: string }
}): JSX.Element {
  const t = useT()
  const ngo = (): Amendments['ngo'] => props.amendments.ngo
  const others = (): Amendments['others'] => props.amendments.others
  return (
    <Figure
      title={t('participation.amendments.title')}
      how={t('participation.amendments.how')}
      source={ngo().proposed > 0 ? props.source : undefined}
    >
      <Show when={ngo().proposed + others().proposed > 0} fallback={<p>{t('participation.amendments.noneAtAll')}</p>}>
        <Show when={ngo().proposed > 0} fallback={<p>{t('participation.amendments.none')}</p>}>
          <Dispositions label={t('participation.amendments.ngo')} of={ngo()} />
        </Show>
        <Show when={ngo().open > 0}>
          <Notice tone="notice" standing>
            {t('participation.amendments.waiting', ngo().open)}
          </Notice>
        </Show>
        <Show when={others().proposed > 0}>
          <Dispositions label={t('participation.amendments.others')} of={others()} />
        </Show>
      </Show>
    </Figure>
  )
}

function Dispositions(props: { readonly label: string; readonly of: Amendments['ngo'] }): JSX.Element {
  const t = useT()
  const parts = (): readonly TallyPart[] =>
    (['adopted', 'notAdopted', 'withdrawn', 'overtaken', 'open'] as const).map(key => ({
      key,
      label: t(`participation.amendments.${key}`),
      value: props.of[key],
      tone: became[key],
    }))
  const label = (): string => `${props.label}: ${t('participation.amendments.count', props.of.proposed)}`
  return <Tally label={label()} parts={parts()} size="small" />
}
