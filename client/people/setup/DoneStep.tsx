import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show, type JSX } from 'solid-js'
import Copy from 'lucide-solid/icons/copy'
import Printer from 'lucide-solid/icons/printer'
import { useSession } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, Notice, Page, PageHeader } from '#client/ui'

export interface HandedOut {
  readonly name: string
  readonly organisation: string
  readonly url: string
  readonly expiresAt: number
}

/** The links to hand out, shown this once. */
export function DoneStep(props: { readonly invitations: readonly HandedOut[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const session = useSession()
  const navigate = useNavigate()
  const [outcome, setOutcome] = createSignal<'copied' | 'failed' | null>(null)
  const copyAll = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(
        props.invitations.map(({ name, organisation, url }) => `${name}, ${organisation}: ${url}`).join('\n'),
      )
      setOutcome('copied')
    } catch {
      setOutcome('failed')
    }
  }
  const enter = async (): Promise<void> => {
    await session.refetch()
    navigate('/', { replace: true })
  }
  return (
    <Page>
      <PageHeader title={t('people.setup.done.title')}>
        {props.invitations.length > 0 ? t('people.setup.done.text') : t('people.setup.done.none')}
      </PageHeader>
      <ul class="setup-links">
        <For each={props.invitations}>
          {link => (
            <li class="setup-link">
              <strong>{link.name}</strong>
              <span class="ui-muted">{link.organisation}</span>
              <code class="setup-link__url">{link.url}</code>
              <span class="ui-muted ui-small">{t('people.link.until', format().date(link.expiresAt))}</span>
            </li>
          )}
        </For>
      </ul>
      <Notice tone="notice" when={outcome() === 'failed' ? t('ui.copyLink.failed') : undefined} />
      <div class="ui-row ui-no-print">
        <Show when={props.invitations.length > 0}>
          <Button icon={Copy} onPress={() => void copyAll()}>
            {outcome() === 'copied' ? t('ui.copyLink.copied') : t('people.setup.done.copyAll')}
          </Button>
          <Button icon={Printer} onPress={() => window.print()}>
            {t('people.setup.done.print')}
          </Button>
        </Show>
        <Button variant="primary" onPress={() => void enter()}>
          {t('people.setup.done.enter')}
        </Button>
      </div>
    </Page>
  )
}
