import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { CopyLinkDialog } from '#client/ui'

export interface Link {
  readonly name: string
  readonly url: string
  readonly expiresAt: number
}

/** An invitation link, to be handed over. */
export function LinkDialog(props: { readonly link: Link | null; readonly onClose: () => void }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Show when={props.link}>
      {link => (
        <CopyLinkDialog
          title={t('people.link.title', link().name)}
          description={t('people.link.text')}
          label={t('people.link.address')}
          hint={t('people.link.until', format().date(link().expiresAt))}
          url={link().url}
          onClose={props.onClose}
        />
      )}
    </Show>
  )
}
