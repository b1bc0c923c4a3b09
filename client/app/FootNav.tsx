import { useLocation } from '@solidjs/router'
import { For, Show, type JSX } from 'solid-js'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { useT } from '#client/i18n'
import { Menu, MenuLink } from '#client/ui'
import { isIn, placesFor, type Place } from './navigation.ts'
import { useMe } from './session.tsx'

/** On narrow screens: the four places most gone to, within reach of the thumb, and the rest behind "More". */
export function FootNav(): JSX.Element {
  const t = useT()
  const me = useMe()
  const location = useLocation()
  const rest = (): readonly Place[] => placesFor(me()).filter(place => !place.foot)
  const current = (place: Place): boolean => isIn(place, location.pathname)
  return (
    <nav class="shell-foot" aria-label={t('app.nav.label')}>
      <For each={placesFor(me()).filter(place => place.foot)}>
        {place => (
          <a href={place.href} class="shell-foot__link" aria-current={current(place) ? 'page' : undefined}>
            {place.icon({ size: 21, strokeWidth: 1.75, 'aria-hidden': 'true' })}
            <span>{t(place.label)}</span>
          </a>
        )}
      </For>
      <Show when={rest().length > 0}>
        <Menu
          label={t('app.nav.more')}
          triggerClass={`shell-foot__link ${rest().some(current) ? 'shell-foot__link--current' : ''}`}
          trigger={
            <>
              <Ellipsis size={21} strokeWidth={1.75} aria-hidden="true" />
              <span>{t('app.nav.more')}</span>
            </>
          }
        >
          <For each={rest()}>
            {place => (
              <MenuLink href={place.href} icon={place.icon} external={place.external}>
                {t(place.label)}
              </MenuLink>
            )}
          </For>
        </Menu>
      </Show>
    </nav>
  )
}
