import { createSignal, onCleanup, type JSX } from 'solid-js'
import WifiOff from 'lucide-solid/icons/wifi-off'
import { useT } from '#client/i18n'

/** Says so while the browser knows it has no network. */
export function OfflineBanner(): JSX.Element {
  const t = useT()
  const [offline, setOffline] = createSignal(!navigator.onLine)
  const look = (): void => void setOffline(!navigator.onLine)
  addEventListener('online', look)
  addEventListener('offline', look)
  onCleanup(() => {
    removeEventListener('online', look)
    removeEventListener('offline', look)
  })
  return (
    <div role="status" class="shell-offline ui-tone-notice" hidden={!offline()}>
      <WifiOff size={16} aria-hidden="true" />
      {offline() ? t('app.offline') : ''}
    </div>
  )
}
