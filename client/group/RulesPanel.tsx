import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { DescriptionList, Panel } from '#client/ui'
import type { Fraction } from '#shared/core'
import type { GroupAnswer } from '../api/group.ts'

type Rules = GroupAnswer['rules']

const written = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`

/** By what the group votes, in words. [G10] */
export function RulesPanel(props: { readonly rules: Rules }): JSX.Element {
  const t = useT()
  return (
    <Panel title={t('group.rules.title')}>
      <DescriptionList
        stacked
        items={[
          { term: t('group.rules.ngoMinimum'), value: props.rules.ngoMinimum },
          {
            term: t('group.rules.quorum'),
            value: t(
              'group.rules.quorumText',
              written(props.rules.quorumMoreThan),
              written(props.rules.ngoQuorumAtLeast),
            ),
          },
          { term: t('group.rules.section'), value: t(`group.rules.majority.${props.rules.sectionMajority}`) },
          { term: t('group.rules.plan'), value: t(`group.rules.majority.${props.rules.planMajority}`) },
          { term: t('group.rules.policy'), value: t(`group.rules.ngoPolicy.${props.rules.ngoPolicy}`) },
          { term: t('group.rules.edition'), value: props.rules.edition },
        ]}
      />
    </Panel>
  )
}
