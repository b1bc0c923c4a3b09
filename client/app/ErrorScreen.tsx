import { onCleanup, type JSX } from 'solid-js'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { useT } from '#client/i18n'
import { Button, Page, PageHeader } from '#client/ui'

// A page's code that is no longer on the server: a newer release took its place while this one stayed open.
let outdated = false
addEventListener('vite:preloadError', () => {
  // Without a network the code is only not to be had.
  outdated = navigator.onLine
})

/** In place of a page that broke: what it means for the reader's work, and the way on. */
export function ErrorScreen(props: {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}): JSX.Element {
  const t = useT()
  const report = (): string =>
    props.error instanceof Error ? `${props.error.name}: ${props.error.message}` : String(props.error)
  // The boundary has caught it; the browser's console should still have it.
  reportError(props.error)
  return (
    <Page width="text">
      <PageHeader title={outdated ? t('app.outdated.title') : t('app.crash.title')}>
        {outdated ? t('app.outdated.text') : t('app.crash.text')}
      </PageHeader>
      <div class="ui-row">
        <Button variant="primary" icon={RotateCw} onPress={() => location.reload()}>
          {t('app.crash.reload')}
        </Button>
      </div>
      <details class="ui-small ui-muted" hidden={outdated}>
        <summary>{t('app.crash.details')}</summary>
        <code>{report()}</code>
      </details>
    </Page>
  )
}

const retryMs = 5_000

/** The server does not answer. Tries again by itself; the button is for the impatient. */
export function UnreachableScreen(props: { readonly onRetry: () => Promise<void> }): JSX.Element {
  const t = useT()
  const timer = setInterval(() => void props.onRetry(), retryMs)
  onCleanup(() => clearInterval(timer))
  return (
    <Page width="text">
      <PageHeader title={t('app.unreachable.title')}>{t('app.unreachable.text')}</PageHeader>
      <div class="ui-row">
        <Button variant="primary" icon={RotateCw} onPress={() => void props.onRetry()}>
          {t('app.unreachable.retry')}
        </Button>
      </div>
    </Page>
  )
}
