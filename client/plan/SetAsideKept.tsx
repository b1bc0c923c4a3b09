import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { setAsideAddress, type SectionDetail } from '../api/plan.ts'

/** What was set aside of a text stays at hand when the text has been opened again. */
export function SetAsideKept(props: { readonly section: SectionDetail }): JSX.Element {
  const t = useT()
  const kept = () => (props.section.damaged ? null : props.section.setAside)
  return (
    <Show when={kept()}>
      {aside => (
        <p class="ui-small ui-muted">
          {t('plan.damaged.kept', aside().changes)}{' '}
          <a href={setAsideAddress(props.section.id)} rel="external" download="">
            {t('plan.damaged.download')}
          </a>
        </p>
      )}
    </Show>
  )
}
