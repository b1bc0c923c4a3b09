import { createSignal, For, Show, type JSX } from 'solid-js'
import Link2 from 'lucide-solid/icons/link-2'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, Digest, Notice, Panel } from '#client/ui'
import { verifyMinutesChain } from '#shared/minutes'
import { createFetched } from '../api/fetched.ts'
import { fetchMinutesChain, type ChainAnswer, type MinutesAnswer } from '../api/minutes.ts'

/** Where sealed minutes stand in their group's chain, and that every seal follows from the one before. [M5] */
export function ChainPanel(props: { readonly minutes: MinutesAnswer }): JSX.Element {
  const t = useT()
  const [shown, setShown] = createSignal(false)
  const follows = (number: number): string =>
    number === 1 ? t('minutes.chain.first') : t('minutes.chain.follows', number - 1)
  return (
    <Panel title={t('minutes.chain.title')} variant="plain">
      <Show
        when={props.minutes.seal}
        fallback={<p class="ui-small ui-muted">{t('minutes.chain.none', props.minutes.chain.links)}</p>}
      >
        {seal => (
          <>
            <p>
              {t('minutes.chain.sealed', seal().number, props.minutes.group.name)} {follows(seal().number)}
            </p>
            <div>
              <p class="ui-eyebrow">{t('minutes.chain.seal')}</p>
              <Digest value={seal().seal} whole />
            </div>
          </>
        )}
      </Show>
      <Show when={props.minutes.chain.links > 0}>
        <Notice
          tone={props.minutes.chain.ok ? 'success' : 'alarm'}
          when={props.minutes.chain.ok ? t('minutes.chain.ok', props.minutes.chain.links) : t('minutes.chain.broken')}
          standing
        />
        <div class="ui-no-print">
          <Button size="small" icon={Link2} aria-expanded={shown()} onPress={() => setShown(!shown())}>
            {t(shown() ? 'minutes.chain.hide' : 'minutes.chain.show')}
          </Button>
        </div>
        <Show when={shown()}>
          <Links groupId={props.minutes.group.id} here={props.minutes.id} />
        </Show>
      </Show>
    </Panel>
  )
}

function Links(props: { readonly groupId: string; readonly here: string | null }): JSX.Element {
  const chain = createFetched(() => fetchMinutesChain(props.groupId), ['minutes'])
  return (
    <Fetched of={chain} lines={3}>
      {found => <Chain chain={found()} here={props.here} />}
    </Fetched>
  )
}

/** The chain as this browser works it out from the links: it takes nobody's word for it. */
function Chain(props: { readonly chain: ChainAnswer; readonly here: string | null }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const brokenAt = (): number | null =>
    verifyMinutesChain(props.chain.links.map(link => ({ ...link, chainNumber: link.number })))
  const sentence = (): string => {
    const place = brokenAt()
    return place === null ? t('minutes.chain.computed') : t('minutes.chain.computedBroken', place)
  }
  return (
    <>
      <p class="ui-small ui-muted" role="status">
        {sentence()}
      </p>
      <ol class="minutes-versions" role="list">
        <For each={props.chain.links}>
          {link => (
            <li class="minutes-versions__item" aria-current={link.minutesId === props.here ? 'true' : undefined}>
              <a href={`/meetings/${link.meetingId}/minutes`}>
                {t('minutes.chain.number', link.number)}: {link.title}
              </a>
              <span class="ui-small ui-muted">
                {t(`minutes.chain.kind.${link.kind}`)} · {format().shortDate(link.startsAt)}
              </span>
              <Digest value={link.seal} />
            </li>
          )}
        </For>
      </ol>
    </>
  )
}
