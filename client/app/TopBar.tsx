import { useLocation } from '@solidjs/router'
import { For, type JSX } from 'solid-js'
import ArrowUpRight from 'lucide-solid/icons/arrow-up-right'
import { useT } from '#client/i18n'
import { Mark } from './Mark.tsx'
import { isIn, placesFor } from './navigation.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { useMe } from './session.tsx'
import { SlotOutlet } from './ShellSlot.tsx'

export function TopBar(): JSX.Element {
  const t = useT()
  const me = useMe()
  return (
    <header class="shell-bar">
      <div class="shell-bar__row">
        <a href="/" class="shell-bar__name">
          <Mark size={26} />
          <span>{t('app.name')}</span>
        </a>
        <span class="shell-bar__country">{me().workspace.country}</span>
        <Navigation />
        <div class="shell-bar__end">
          <SlotOutlet name="connection" />
          <PersonMenu />
        </div>
      </div>
    </header>
  )
}

function Navigation(): JSX.Element {
  const t = useT()
  const me = useMe()
  const location = useLocation()
  return (
    <nav class="shell-nav" aria-label={t('app.nav.label')}>
      <For each={placesFor(me())}>
        {place => (
          <a
            href={place.href}
            class="shell-nav__link"
            rel={place.external ? 'external' : undefined}
            aria-current={isIn(place, location.pathname) ? 'page' : undefined}
          >
            {t(place.label)}
            {place.external ? <ArrowUpRight size={15} aria-hidden="true" /> : null}
          </a>
        )}
      </For>
    </nav>
  )
}
