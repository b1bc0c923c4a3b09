import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Digest, LinkButton, Panel } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchGroupTerms, type GroupTerms } from '../api/terms.ts'

/** Which terms of reference the group has in force, and what to do where it has none. [G10] */
export function TermsPanel(props: { readonly groupId: string }): JSX.Element {
  const t = useT()
  const terms = createFetched(() => fetchGroupTerms(props.groupId), ['terms'])
  return (
    <Show when={terms.value()}>
      {found => (
        <Panel title={t('terms.group.title')} level={2}>
          <Show when={found().inForce} fallback={<p>{t('terms.group.none')}</p>}>
            {version => <InForce version={version()} />}
          </Show>
          <Next terms={found()} />
          <div class="ui-row ui-row--tight">
            <Show when={found().inForce}>
              {version => (
                <LinkButton size="small" href={`/terms-versions/${version().id}`}>
                  {t('terms.group.read')}
                </LinkButton>
              )}
            </Show>
            <LinkButton size="small" variant="quiet" href={`/terms/${found().termsId}`}>
              {t('terms.group.draft')}
            </LinkButton>
          </div>
        </Panel>
      )}
    </Show>
  )
}

function InForce(props: { readonly version: NonNullable<GroupTerms['inForce']> }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <div class="ui-stack ui-stack--tight">
      <span>{t('terms.group.since', props.version.number, format().date(props.version.since))}</span>
      <Digest value={props.version.digest} />
    </div>
  )
}

/** What brings terms into force: the next step of the version on its way, or the way to a first one. */
function Next(props: { readonly terms: GroupTerms }): JSX.Element {
  const t = useT()
  const text = (): string | null => {
    const { pending, inForce } = props.terms
    if (pending === null) return inForce === null ? t('terms.group.next.begin') : null
    const { state, number } = pending
    return state === 'submitted' || state === 'underVote' || state === 'returned' || state === 'adopted'
      ? t(`terms.group.next.${state}`, number)
      : null
  }
  return <Show when={text()}>{words => <p class="ui-small ui-muted">{words()}</p>}</Show>
}
