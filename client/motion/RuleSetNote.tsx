import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Digest } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import type { MotionView } from '../api/motion.ts'
import { fetchGroupTerms } from '../api/terms.ts'

/** The rule set a vote was opened under, with the terms of reference that carried it. [G10] */
export function RuleSetNote(props: { readonly motion: MotionView }): JSX.Element {
  const t = useT()
  // By its value: a vote fetched again is under the same rules.
  const terms = createFetched(() => fetchGroupTerms(props.motion.group.id, props.motion.openedAt))
  const carrier = () => {
    const inForce = terms.value()?.inForce
    return inForce?.ruleSetDigest === props.motion.ruleSetDigest ? inForce : null
  }
  return (
    <div class="ui-stack ui-stack--tight">
      <Digest value={props.motion.ruleSetDigest} />
      <Show when={terms.value()}>
        {found => (
          <span class="ui-small">
            <Show when={carrier()} fallback={found().inForce === null ? t('terms.vote.default') : null}>
              {version => <a href={`/terms-versions/${version().id}`}>{t('terms.vote.under', version().number)}</a>}
            </Show>
          </span>
        )}
      </Show>
    </div>
  )
}
