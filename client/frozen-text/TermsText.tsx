import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Notice } from '#client/ui'
import type { TermsVersionDetail } from '../api/terms.ts'
import { FrozenTerms } from './FrozenTerms.tsx'

/** The exact words and rules of a version of terms of reference. Of a first one, its rules are told against the default. [E1, G10] */
export function TermsText(props: {
  readonly version: Pick<TermsVersionDetail, 'content' | 'before'>
  /** Put before ids, so that two texts can stand on one page. */
  readonly idPrefix?: string
  /** Of the headings above the rules. */
  readonly level: 2 | 3 | 4
}): JSX.Element {
  const t = useT()
  const against = () => {
    const { version, settings } = props.version.before
    return version === null && settings ? { settings, label: t('terms.rules.differences.default') } : null
  }
  return (
    <Show
      when={props.version.content}
      fallback={<Notice tone="alarm" standing when={t('terms.version.altered.text')} />}
    >
      {content => (
        <FrozenTerms content={content()} against={against()} idPrefix={props.idPrefix ?? ''} level={props.level} />
      )}
    </Show>
  )
}
