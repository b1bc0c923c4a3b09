import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Notice } from '#client/ui'
import { namedAddress, passkeysWork } from './passkey.ts'

/** Why passkeys do not work here, and where they do. Nothing where they work. */
export function PasskeyAdvice(): JSX.Element {
  const t = useT()
  const named = namedAddress()
  return (
    <Show when={!passkeysWork()}>
      <Notice tone="info" standing>
        <Show when={named} fallback={t('people.passkey.noBrowser')}>
          {address => (
            <p>
              {t('people.passkey.byNumber')}{' '}
              <a href={address()} rel="external">
                {t('people.passkey.openByName')}
              </a>
              .
            </p>
          )}
        </Show>
      </Notice>
    </Show>
  )
}
