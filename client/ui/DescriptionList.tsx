import { For, type JSX } from 'solid-js'
import './description-list.css'

export interface Description {
  readonly term: string
  readonly value: JSX.Element
}

/** Facts of one thing, by name. */
export function DescriptionList(props: {
  readonly items: readonly Description[]
  readonly stacked?: boolean | undefined
}): JSX.Element {
  return (
    <dl class="ui-facts" classList={{ 'ui-facts--stacked': props.stacked === true }}>
      <For each={props.items}>
        {item => (
          <div class="ui-facts__fact">
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
