import type { JSX } from 'solid-js'
import ArrowRight from 'lucide-solid/icons/arrow-right'
import type { LucideIcon } from 'lucide-solid'
import { toneClass, type Tone } from '#client/ui'

/** One thing to do, leading to where it is done; the whole line takes the press. */
export function TaskRow(props: {
  readonly icon: LucideIcon
  readonly href: string
  readonly title: string
  /** Colours the sign, where the task is pressing; the words say the same. */
  readonly tone?: Tone | undefined
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <li class="home-task">
      <span
        class={`home-task__icon ${props.tone ? `home-task__icon--toned ${toneClass(props.tone)}` : ''}`}
        aria-hidden="true"
      >
        {props.icon({ size: 20, strokeWidth: 1.75 })}
      </span>
      <div class="home-task__text">
        <a href={props.href} class="home-task__title">
          {props.title}
        </a>
        <span class="ui-small ui-muted">{props.children}</span>
      </div>
      <span class="home-task__go" aria-hidden="true">
        <ArrowRight size={18} />
      </span>
    </li>
  )
}
