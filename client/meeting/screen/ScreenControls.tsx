import { createSignal, onCleanup, Show, type JSX } from 'solid-js'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Maximize from 'lucide-solid/icons/maximize'
import Minimize from 'lucide-solid/icons/minimize'
import Moon from 'lucide-solid/icons/moon'
import Sun from 'lucide-solid/icons/sun'
import { useT } from '#client/i18n'
import { Button, LinkButton } from '#client/ui'
import { useRoom } from '../room/room.ts'
import type { ScreenThemes } from './screen-theme.ts'

/** Out of sight again this long after the pointer last moved. */
const restMs = 3_000

/** Full screen, light or dark, and the way back; in sight only while a pointer moves or the keyboard is among them. */
export function ScreenControls(props: { readonly theme: ScreenThemes }): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [isStirred, setStirred] = createSignal(true)
  const [isFull, setFull] = createSignal(document.fullscreenElement !== null)
  let resting = setTimeout(() => setStirred(false), restMs)
  const stir = (): void => {
    setStirred(true)
    clearTimeout(resting)
    resting = setTimeout(() => setStirred(false), restMs)
  }
  const look = (): void => void setFull(document.fullscreenElement !== null)
  document.addEventListener('pointermove', stir)
  document.addEventListener('fullscreenchange', look)
  onCleanup(() => {
    clearTimeout(resting)
    document.removeEventListener('pointermove', stir)
    document.removeEventListener('fullscreenchange', look)
  })
  const toggleFull = (): void => {
    // A browser may refuse; the page is then shown as it is.
    const done = isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    void done.catch(() => undefined)
  }
  return (
    <nav
      class="screen-controls"
      classList={{ 'screen-controls--resting': !isStirred() }}
      aria-label={t('room.screen.controls')}
    >
      <LinkButton icon={ArrowLeft} href={`/meetings/${room.id}/room`}>
        {t('room.screen.back')}
      </LinkButton>
      <Button icon={Sun} aria-pressed={props.theme.shown() === 'light'} onPress={() => props.theme.choose('light')}>
        {t('room.screen.light')}
      </Button>
      <Button icon={Moon} aria-pressed={props.theme.shown() === 'dark'} onPress={() => props.theme.choose('dark')}>
        {t('room.screen.dark')}
      </Button>
      <Show when={document.fullscreenEnabled}>
        <Button icon={isFull() ? Minimize : Maximize} onPress={toggleFull}>
          {isFull() ? t('room.screen.leaveFullScreen') : t('room.screen.fullScreen')}
        </Button>
      </Show>
    </nav>
  )
}
