import { Show, type Accessor, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { compareTerms } from '#shared/redline'
import { differences, type GroupSettings, type TermsContent } from '#shared/terms'
import { createFetched } from '../api/fetched.ts'
import { fetchTermsComparison } from '../api/terms.ts'
import { Redline } from './Redline.tsx'
import { createRedlineLabels } from './redline-labels.ts'
import { RuleDifferences } from './RuleDifferences.tsx'
import { VersionPair, type Texts } from './VersionPair.tsx'

/** Terms of reference beside an earlier version, by default the one in force before: the words, then the rules. [E9, G10] */
export function TermsComparison(props: {
  readonly id: string
  /** The version to compare with; left out, the one that was in force before. */
  readonly from?: string | undefined
  /** Offers every other version of these terms, and tells which is shown. */
  readonly onFrom?: ((id: string) => void) | undefined
  /** Of the headings above words and rules. */
  readonly level: 2 | 3
}): JSX.Element {
  const t = useT()
  const comparison = createFetched(() => fetchTermsComparison(props.id, props.from))
  return (
    <Fetched of={comparison} lines={8}>
      {found => (
        <VersionPair comparison={found()} from={props.from} onFrom={props.onFrom} none={t('redline.none.termsVersion')}>
          {texts => <WordsAndRules texts={texts} level={props.level} />}
        </VersionPair>
      )}
    </Fetched>
  )
}

function WordsAndRules(props: { readonly texts: Accessor<Texts<TermsContent>>; readonly level: 2 | 3 }): JSX.Element {
  const t = useT()
  const labels = createRedlineLabels(() => null)
  /** Null for an office. */
  const rules = () => {
    const { before, after } = props.texts()
    return before.settings && after.settings && { before: before.settings, after: after.settings }
  }
  return (
    <>
      <section class="ui-stack ui-stack--tight">
        <Dynamic component={`h${props.level}`}>{t('terms.page.text')}</Dynamic>
        <Redline
          redline={compareTerms(props.texts().before, props.texts().after)}
          labels={{ ...labels(), title: t('terms.list.body') }}
          headingShift={props.level - 1}
        />
      </section>
      <Show when={rules()}>
        {two => (
          <section class="ui-stack ui-stack--tight">
            <Dynamic component={`h${props.level}`}>{t('terms.page.rules')}</Dynamic>
            <Rules {...two()} from={props.texts().from.number} to={props.texts().to.number} />
          </section>
        )}
      </Show>
    </>
  )
}

function Rules(props: {
  readonly before: GroupSettings
  readonly after: GroupSettings
  readonly from: number
  readonly to: number
}): JSX.Element {
  const t = useT()
  const count = (): number => differences(props.before, props.after).length
  return (
    <>
      <p class="ui-small ui-muted">{count() === 0 ? t('redline.sameRules') : t('redline.rules', count())}</p>
      <Show when={count() > 0}>
        <RuleDifferences
          from={props.before}
          fromLabel={t('terms.versions.number', props.from)}
          to={props.after}
          toLabel={t('terms.versions.number', props.to)}
        />
      </Show>
    </>
  )
}
