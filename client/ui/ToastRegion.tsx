import { For, type JSX } from 'solid-js'
import X from 'lucide-solid/icons/x'
import { useT } from '#client/i18n'
import { Button } from './Button.tsx'
import { dismissToast, toasts } from './toast.ts'
import { toneClass } from './tone.ts'
import './toast.css'

/** Where toasts appear: once, in the shell. The region is always in the page, so that its changes are announced. */
export function ToastRegion(): JSX.Element {
  const t = useT()
  return (
    <div class="ui-toasts" role="status" aria-live="polite">
      <For each={toasts()}>
        {toast => (
          <div class={`ui-toast ${toneClass(toast.tone)}`}>
            <span>{toast.text}</span>
            <Button variant="quiet" size="small" icon={X} iconOnly onPress={() => dismissToast(toast.key)}>
              {t('ui.dismiss')}
            </Button>
          </div>
        )}
      </For>
    </div>
  )
}
