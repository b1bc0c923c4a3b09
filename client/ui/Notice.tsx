import { Match, Show, Switch, type JSX } from 'solid-js'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { useT } from '#client/i18n'
import { toneClass } from './tone.ts'
import './notice.css'

export type NoticeTone = 'info' | 'notice' | 'alarm' | 'success'

export interface NoticeProps {
  readonly tone: NoticeTone
  readonly title?: string | undefined
  readonly children?: JSX.Element | undefined
  /** Shorthand for a text that may be absent: shows the notice only when there is one. */
  readonly when?: string | undefined
  readonly actions?: JSX.Element | undefined
  /** Stood on the page when it opened: not announced. Notices that appear later are. */
  readonly standing?: boolean | undefined
}

/** Something the reader should know now. An alarm interrupts a screen reader, the others wait their turn. */
export function Notice(props: NoticeProps): JSX.Element {
  const t = useT()
  const role = (): 'alert' | 'status' | undefined =>
    props.standing ? undefined : props.tone === 'alarm' ? 'alert' : 'status'
  const shown = (): boolean => !('when' in props) || props.when !== undefined
  return (
    <Show when={shown()}>
      <div class={`ui-notice ${toneClass(props.tone)}`} role={role()}>
        <span class="ui-notice__icon" aria-hidden="true">
          <Switch>
            <Match when={props.tone === 'info'}>
              <Info size={20} />
            </Match>
            <Match when={props.tone === 'notice'}>
              <TriangleAlert size={20} />
            </Match>
            <Match when={props.tone === 'alarm'}>
              <OctagonAlert size={20} />
            </Match>
            <Match when={props.tone === 'success'}>
              <CircleCheck size={20} />
            </Match>
          </Switch>
        </span>
        <div class="ui-notice__text">
          <span class="ui-visually-hidden">{t(`ui.notice.${props.tone}`)}: </span>
          <Show when={props.title}>
            <strong class="ui-notice__title">{props.title}</strong>
          </Show>
          <Show when={props.when}>
            <div>{props.when}</div>
          </Show>
          {props.children}
          <Show when={props.actions}>{actions => <div class="ui-row ui-notice__actions">{actions()}</div>}</Show>
        </div>
      </div>
    </Show>
  )
}
