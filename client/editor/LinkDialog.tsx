import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import type { EditorView } from 'prosemirror-view'
import { useT } from '#client/i18n'
import { Button, Dialog, TextInput } from '#client/ui'
import { headingId, isLinkTarget, linkTargetLimit } from '#shared/narrative'
import { linkAt, setLink, type LinkAt } from './commands.ts'
import { headingsIn } from './handle.ts'

interface LinkDialogProps {
  readonly open: boolean
  readonly view: EditorView
  readonly onClose: () => void
}

/** Sets, changes or removes the link at the selection. */
export function LinkDialog(props: LinkDialogProps): JSX.Element {
  const t = useT()
  const formId = 'narrative-link-form'
  const [place, setPlace] = createSignal<LinkAt>({ from: 0, to: 0, text: '', href: '' })
  const [href, setHref] = createSignal('')
  const [text, setText] = createSignal('')
  const [error, setError] = createSignal<string>()

  createEffect(
    on(
      () => props.open,
      open => {
        if (!open) return
        const at = linkAt(props.view.state)
        setPlace(at)
        setHref(at.href)
        setText(at.text)
        setError(undefined)
      },
    ),
  )
  const apply = (target: string): void => {
    // others may have written since the dialog opened: the place is read again
    const now = linkAt(props.view.state)
    setLink(now, target, text())(props.view.state, props.view.dispatch)
    props.onClose()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const target = completed(href().trim())
    if (isLinkTarget(target)) apply(target)
    else setError(t('editor.link.refused'))
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('editor.link.title')}
      footer={
        <>
          <Show when={place().href !== ''}>
            <Button variant="quiet" onPress={() => apply('')}>
              {t('editor.link.remove')}
            </Button>
          </Show>
          <Button variant="primary" type="submit" form={formId}>
            {t('editor.link.set')}
          </Button>
        </>
      }
    >
      <form id={formId} class="narrative-link-form" onSubmit={submit} novalidate>
        <TextInput
          label={t('editor.link.address')}
          hint={t('editor.link.hint')}
          value={href()}
          onInput={setHref}
          error={error()}
          maxLength={linkTargetLimit}
          autofocus
          inputmode="url"
          autocomplete="off"
        />
        <Show when={place().from === place().to || place().href !== ''}>
          <TextInput label={t('editor.link.text')} value={text()} onInput={setText} autocomplete="off" />
        </Show>
        <Show when={headingsIn(props.view).length > 0}>
          <fieldset class="narrative-link-headings">
            <legend>{t('editor.link.headings')}</legend>
            <For each={headingsIn(props.view)}>
              {(heading, index) => (
                <Button
                  variant="quiet"
                  size="small"
                  onPress={() => {
                    setHref(`#${headingId('', index())}`)
                    if (text() === '') setText(heading.text)
                  }}
                >
                  {heading.text}
                </Button>
              )}
            </For>
          </fieldset>
        </Show>
      </form>
    </Dialog>
  )
}

/** People write `example.org` and `office@example.org`; what they mean is plain. */
function completed(address: string): string {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`
  if (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address)) return `https://${address}`
  return address
}
