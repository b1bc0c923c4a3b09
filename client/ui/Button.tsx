import { Show, splitProps, type JSX } from 'solid-js'
import type { LucideIcon } from 'lucide-solid'
import { Spinner } from './Spinner.tsx'
import './button.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

interface Look {
  /** One primary button a screen; default `secondary`. */
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  readonly icon?: LucideIcon | undefined
  /** Stretches over the width of its container. */
  readonly wide?: boolean | undefined
}

export interface ButtonProps extends Look, Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'> {
  /** An act is under way: the button keeps its size and focus, shows a spinner and takes no further press. */
  readonly busy?: boolean | undefined
  /** Shows only the icon; the children become the accessible name and tooltip. */
  readonly iconOnly?: boolean | undefined
  readonly onPress?: (() => void) | undefined
}

const look = (props: Look): string =>
  [
    'ui-button',
    `ui-button--${props.variant ?? 'secondary'}`,
    `ui-button--${props.size ?? 'medium'}`,
    props.wide ? 'ui-button--wide' : '',
  ]
    .join(' ')
    .trim()

/** A press that does something. `type` is `button` unless said otherwise, so that forms are submitted on purpose. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'variant',
    'size',
    'icon',
    'wide',
    'busy',
    'iconOnly',
    'onPress',
    'children',
    'type',
  ])
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={look(own)}
      classList={{ 'ui-button--icon-only': own.iconOnly === true, 'ui-button--busy': own.busy === true }}
      aria-busy={own.busy ? 'true' : undefined}
      aria-disabled={own.busy ? 'true' : undefined}
      onClick={event => {
        // Not `disabled` while busy: that would drop the keyboard's focus to the top of the page.
        if (own.busy) event.preventDefault()
        else own.onPress?.()
      }}
    >
      <Show when={own.busy} fallback={<Icon icon={own.icon} />}>
        <Spinner />
      </Show>
      <span classList={{ 'ui-visually-hidden': own.iconOnly === true }}>{own.children}</span>
    </button>
  )
}

export interface LinkButtonProps extends Look {
  readonly href: string
  /** Leaves the single-page application: the browser loads the address afresh. */
  readonly external?: boolean | undefined
  readonly download?: boolean | undefined
  readonly children: JSX.Element
}

/** A link that looks like a button: for going somewhere, never for an act. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  return (
    <a
      href={props.href}
      class={look(props)}
      rel={props.external ? 'external' : undefined}
      download={props.download ? '' : undefined}
    >
      <Icon icon={props.icon} />
      <span>{props.children}</span>
    </a>
  )
}

function Icon(props: { readonly icon: LucideIcon | undefined }): JSX.Element {
  return (
    <Show when={props.icon}>
      {icon => <span class="ui-button__icon">{icon()({ size: 18, strokeWidth: 1.75, 'aria-hidden': 'true' })}</span>}
    </Show>
  )
}
