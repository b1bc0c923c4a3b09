import { For, Show, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import Eye from 'lucide-solid/icons/eye'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { DescriptionList, Digest, LinkButton, Notice, Panel, TimeStamp, type Description } from '#client/ui'
import { liveTopics } from '#shared/wire'
import { createFetched } from '../api/fetched.ts'
import { checkpointAddress, fetchStanding, recordFileAddress, type StandingAnswer } from '../api/record.ts'

/** How far the record is signed and witnessed, what is wrong with it, and what to take away of it. [L2] */
export function StandingPanel(): JSX.Element {
  const t = useT()
  const fetched = createFetched(fetchStanding, liveTopics)
  return (
    <Panel title={t('record.standing.title')}>
      <Fetched of={fetched} lines={4}>
        {standing => (
          <div class="ui-stack">
            <Alarms standing={standing()} />
            <DescriptionList items={useItems(standing)()} />
            <div class="ui-row ui-no-print">
              <LinkButton href="/record/witnesses" icon={Eye}>
                {t('record.standing.witnesses')}
              </LinkButton>
              <LinkButton href={recordFileAddress} icon={Download} external download>
                {t('record.standing.export')}
              </LinkButton>
              <LinkButton href={checkpointAddress} icon={Download} external download>
                {t('record.standing.checkpoint')}
              </LinkButton>
            </div>
          </div>
        )}
      </Fetched>
    </Panel>
  )
}

function Alarms(props: { readonly standing: StandingAnswer }): JSX.Element {
  const t = useT()
  return (
    <>
      <Show when={props.standing.refusal}>
        {reason => (
          <Notice tone="alarm" title={t('record.standing.refused')} standing>
            {t(`record.standing.refusal.${reason()}`)}
          </Notice>
        )}
      </Show>
      <Show when={props.standing.unwitnessedSince}>
        {since => (
          <Notice tone="notice" title={t('record.standing.unwitnessed')} standing>
            {t('record.standing.unwitnessedText')} <TimeStamp at={since()} show="date" />
          </Notice>
        )}
      </Show>
    </>
  )
}

function useItems(standing: () => StandingAnswer): () => readonly Description[] {
  const t = useT()
  const signed = (): JSX.Element => (
    <Show when={standing().checkpoint} fallback={t('record.standing.nothing')}>
      {checkpoint => (
        <>
          {t('record.standing.upTo', checkpoint().size, standing().size)}, <TimeStamp at={checkpoint().at} />
        </>
      )}
    </Show>
  )
  const witnessed = (): JSX.Element => (
    <Show when={standing().witnessed} fallback={t('record.standing.byNobody')}>
      {last => (
        <>
          {t('record.standing.upTo', last().size, standing().size)}, <TimeStamp at={last().signedAt} />
        </>
      )}
    </Show>
  )
  return () => [
    { term: t('record.standing.signed'), value: signed() },
    { term: t('record.standing.witnessed'), value: witnessed() },
    ...(standing().checkpoint
      ? [{ term: t('record.standing.root'), value: <Digest value={standing().checkpoint?.root ?? ''} /> }]
      : []),
    ...((standing().checkpoint?.cosignedBy.length ?? 0) > 0
      ? [
          {
            term: t('record.standing.cosignedBy'),
            value: (
              <ul role="list">
                <For each={standing().checkpoint?.cosignedBy}>{({ witness }) => <li>{witness}</li>}</For>
              </ul>
            ),
          },
        ]
      : []),
  ]
}
