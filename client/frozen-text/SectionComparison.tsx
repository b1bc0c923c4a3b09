import type { JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { compareSections } from '#shared/redline'
import { createFetched } from '../api/fetched.ts'
import { fetchComparison } from '../api/plan.ts'
import { createLabels } from './labels.ts'
import { Redline } from './Redline.tsx'
import { createRedlineLabels } from './redline-labels.ts'
import { VersionPair } from './VersionPair.tsx'

/** A version of a section beside an earlier one: by default the one that was adopted last before it. [E9] */
export function SectionComparison(props: {
  readonly id: string
  /** The version to compare with; left out, the one that was adopted last before. */
  readonly from?: string | undefined
  /** Offers every other version of the section, and tells which is shown. */
  readonly onFrom?: ((id: string) => void) | undefined
  readonly headingShift?: number
}): JSX.Element {
  const t = useT()
  const labels = createRedlineLabels(createLabels())
  const comparison = createFetched(() => fetchComparison(props.id, props.from))
  return (
    <Fetched of={comparison} lines={8}>
      {found => (
        <VersionPair
          comparison={found()}
          from={props.from}
          onFrom={props.onFrom}
          none={t('redline.none.sectionVersion')}
        >
          {texts => (
            <Redline
              redline={compareSections(texts().before, texts().after)}
              labels={labels()}
              headingShift={props.headingShift}
            />
          )}
        </VersionPair>
      )}
    </Fetched>
  )
}
