import { For, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useT } from '#client/i18n'
import { Badge, Notice } from '#client/ui'
import { canonicalJson, type Json } from '#shared/core'
import { compareParts, renderBlocks, type PartRedline } from '#shared/redline'
import { createFetched } from '../api/fetched.ts'
import { fetchMinutesComparison, type MinutesPart } from '../api/minutes.ts'
import { createRedlineLabels } from './redline-labels.ts'

/** A version of minutes beside the one that was circulated before it. [E9, M5] */
export function MinutesComparison(props: { readonly id: string; readonly from?: string | undefined }): JSX.Element {
  const t = useT()
  const comparison = createFetched(() => fetchMinutesComparison(props.id, props.from))
  return (
    <Fetched of={comparison} lines={8}>
      {found => (
        <div class="ui-stack redline-pair">
          <Show when={found().from} fallback={<Notice tone="info" standing when={t('redline.none.minutesVersion')} />}>
            {from => (
              <>
                <p>{t('redline.pairCirculated', found().to.number, from().number)}</p>
                <Show
                  when={from().intact && found().to.intact}
                  fallback={<Notice tone="alarm" standing when={t('redline.altered')} />}
                >
                  <Parts changes={compareParts(from().parts, found().to.parts)} />
                </Show>
              </>
            )}
          </Show>
        </div>
      )}
    </Fetched>
  )
}

function Parts(props: { readonly changes: readonly PartRedline<MinutesPart>[] }): JSX.Element {
  const t = useT()
  const labels = createRedlineLabels(() => null)
  const changed = () => props.changes.filter(part => part.change !== 'kept' || haveFactsChanged(part))
  return (
    <Show when={changed().length > 0} fallback={<p>{t('redline.same')}</p>}>
      <For each={changed()}>
        {part => (
          <section class="ui-stack ui-stack--tight">
            <h3>
              {part.part.item ? `${part.part.item.number} ${part.part.item.title}` : t('redline.general')}{' '}
              <Show when={part.change === 'inserted' || part.change === 'removed' ? part.change : null}>
                {change => <Badge tone="notice">{t(`redline.part.${change()}`)}</Badge>}
              </Show>
            </h3>
            <Show when={haveFactsChanged(part)}>
              <p class="ui-small ui-muted">{t('redline.facts')}</p>
            </Show>
            {/* Escaped by renderBlocks. */}
            <div
              class="redline-sheet"
              innerHTML={renderBlocks(part.narrative, { labels: labels(), headingShift: 2 })}
            />
          </section>
        )}
      </For>
    </Show>
  )
}

/** Attendance, texts, votes and statements are not written by anybody: that they differ is told, and read where they stand. */
function haveFactsChanged({ part, before }: PartRedline<MinutesPart>): boolean {
  return before !== null && factsOf(before) !== factsOf(part)
}

function factsOf({ blocks }: MinutesPart): string {
  const facts: Json = JSON.parse(JSON.stringify(blocks))
  return canonicalJson(facts)
}
