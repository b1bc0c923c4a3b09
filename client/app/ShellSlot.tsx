import { createContext, createSignal, Show, useContext, type JSX } from 'solid-js'
import { Portal } from 'solid-js/web'

export type SlotName = 'connection' | 'banner'

interface Slots {
  readonly element: (name: SlotName) => HTMLElement | undefined
  readonly claim: (name: SlotName, element: HTMLElement) => void
}

const SlotContext = createContext<Slots>()

/** Lets pages put something of theirs into the shell: the connection's state, a banner. */
export function SlotProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const [elements, setElements] = createSignal<Partial<Record<SlotName, HTMLElement>>>({})
  const slots: Slots = {
    element: name => elements()[name],
    claim: (name, element) => setElements(known => ({ ...known, [name]: element })),
  }
  return <SlotContext.Provider value={slots}>{props.children}</SlotContext.Provider>
}

/** Where a slot's content appears. */
export function SlotOutlet(props: { readonly name: SlotName }): JSX.Element {
  const slots = useContext(SlotContext)
  return <div class={`shell-slot shell-slot--${props.name}`} ref={element => slots?.claim(props.name, element)} />
}

/** Shows its children in the shell's slot for as long as the page that holds it is shown. */
export function ShellSlot(props: { readonly name: SlotName; readonly children: JSX.Element }): JSX.Element {
  const slots = useContext(SlotContext)
  return <Show when={slots?.element(props.name)}>{element => <Portal mount={element()}>{props.children}</Portal>}</Show>
}
