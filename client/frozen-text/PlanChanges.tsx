import { createSignal, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { LinkButton } from '#client/ui'
import type { ManifestEntryAnswer, PlanVersionAnswer } from '../api/endorsement.ts'
import { SectionComparison } from './on-demand.tsx'
import './redline-pair.css'

/** What separates this version from the one endorsed before it, section by section, each with its redline. [E4, E9] */
export function PlanChanges(props: {
  readonly since: PlanVersionAnswer['since']
  readonly entries: readonly ManifestEntryAnswer[]
  readonly removed: readonly string[]
}): JSX.Element {
  const t = useT()
  const changed = (): readonly ManifestEntryAnswer[] => props.entries.filter(entry => entry.change === 'changed')
  const added = (): readonly ManifestEntryAnswer[] => props.entries.filter(entry => entry.change === 'added')
  const some = (): boolean => changed().length + added().length + props.removed.length > 0
  return (
    <Show when={props.since} fallback={<p class="ui-muted">{t('endorsement.changes.first')}</p>}>
      {since => (
        <div class="plan-changes">
          <p class="ui-muted">{t(`endorsement.changes.${some() ? 'since' : 'none'}`, since().number)}</p>
          <Show when={changed().length > 0}>
            <div>
              <strong>{t('endorsement.changes.changed')}</strong>
              <For each={changed()}>{entry => <ChangedSection entry={entry} />}</For>
            </div>
          </Show>
          <Show when={added().length > 0}>
            <p>
              <strong>{t('endorsement.changes.added')}</strong>{' '}
              {added()
                .map(entry => entry.code)
                .join(', ')}
            </p>
          </Show>
          <Show when={props.removed.length > 0}>
            <p>
              <strong>{t('endorsement.changes.removed')}</strong> {props.removed.join(', ')}
            </p>
          </Show>
        </div>
      )}
    </Show>
  )
}

/** Its redline is fetched when it is opened. */
function ChangedSection(props: { readonly entry: ManifestEntryAnswer }): JSX.Element {
  const t = useT()
  const [isOpen, setOpen] = createSignal(false)
  const pair = () => {
    const { entry } = props
    return 'digest' in entry && entry.before ? { id: entry.versionId, from: entry.before.versionId } : null
  }
  const name = (): string => `${props.entry.code} ${props.entry.title}`
  return (
    <Show
      when={pair()}
      fallback={
        <p>
          {name()}{' '}
          <span class="ui-muted">
            {'waived' in props.entry ? t('endorsement.page.waived', props.entry.waived) : t('redline.takenUp')}
          </span>
        </p>
      }
    >
      {two => (
        <details class="plan-changes__section" onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{name()}</summary>
          <Show when={isOpen()}>
            <SectionComparison id={two().id} from={two().from} headingShift={2} />
            <LinkButton size="small" href={`/versions/${two().id}?from=${two().from}`}>
              {t('redline.ownPage')}
            </LinkButton>
          </Show>
        </details>
      )}
    </Show>
  )
}
