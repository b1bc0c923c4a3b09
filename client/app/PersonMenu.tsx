import { For, Show, type JSX } from 'solid-js'
import CircleUser from 'lucide-solid/icons/circle-user'
import LogOut from 'lucide-solid/icons/log-out'
import { localeName, useLocale, useT } from '#client/i18n'
import { Avatar, Menu, MenuGroup, MenuItem, MenuLink, MenuRadio, MenuSeparator, showToast } from '#client/ui'
import { useMe, useSession } from './session.tsx'
import { setTheme, theme, themes } from './theme.ts'

/** Who I am here, and what is mine to set. */
export function PersonMenu(): JSX.Element {
  const t = useT()
  const me = useMe()
  const session = useSession()
  const language = useLocale()
  const signOut = async (): Promise<void> => {
    if (!(await session.signOut())) showToast(t('app.person.stillSignedIn'), 'notice')
  }
  return (
    <Menu
      label={t('app.person.menu', me().person.name)}
      triggerClass="shell-person"
      trigger={<Avatar name={me().person.name} tone="accent" decorative />}
    >
      <div class="shell-person__who">
        <strong>{me().person.name}</strong>
        <Show when={me().organisation}>{organisation => <span>{organisation().name}</span>}</Show>
      </div>
      <MenuSeparator />
      <MenuLink href="/account" icon={CircleUser}>
        {t('app.person.account')}
      </MenuLink>
      <MenuSeparator />
      <MenuGroup label={t('app.person.theme')}>
        <For each={themes}>
          {choice => (
            <MenuRadio checked={theme() === choice} onSelect={() => setTheme(choice)}>
              {t(`app.theme.${choice}`)}
            </MenuRadio>
          )}
        </For>
      </MenuGroup>
      <Show when={language.available.length > 1}>
        <MenuGroup label={t('app.person.language')}>
          <For each={language.available}>
            {locale => (
              <MenuRadio checked={language.locale() === locale} onSelect={() => language.setLocale(locale)}>
                <span lang={locale}>{localeName[locale]}</span>
              </MenuRadio>
            )}
          </For>
        </MenuGroup>
      </Show>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t('app.person.signOut')}
      </MenuItem>
    </Menu>
  )
}
