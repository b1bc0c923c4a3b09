import { useSearchParams } from '@solidjs/router'
import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Tabs } from '#client/ui'

/** In the address until it is known which version that is, and for good where there is none. */
const lastAdopted = 'adopted'

/**
 * The exact text of a version and, a press away, what separates it from another; the address carries which. Where there is
 * no other version, the text alone. [E9]
 */
export function TextAndChanges(props: {
  /** How many other versions there are. */
  readonly others: number
  readonly text: () => JSX.Element
  readonly changes: (pair: { readonly from: string | undefined; readonly onFrom: (id: string) => void }) => JSX.Element
}): JSX.Element {
  const t = useT()
  const [search, setSearch] = useSearchParams<{ from?: string }>()
  const pair = {
    get from() {
      return search.from === lastAdopted ? undefined : search.from
    },
    onFrom: (from: string): void => setSearch({ from }, { replace: true }),
  }
  return (
    <Show when={props.others > 0} fallback={props.text()}>
      <Tabs
        label={t('redline.tabs.label')}
        selected={search.from === undefined ? 'text' : 'changes'}
        onSelect={view => setSearch({ from: view === 'text' ? null : lastAdopted })}
        tabs={[
          { id: 'text', label: t('redline.tabs.text'), panel: props.text },
          {
            id: 'changes',
            label: t('redline.tabs.changes'),
            panel: () => <div class="ui-sheet">{props.changes(pair)}</div>,
          },
        ]}
      />
    </Show>
  )
}
