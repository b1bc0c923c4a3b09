import { createSignal, createUniqueId, Match, Show, Switch, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { createLabels, FrozenText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Button, Digest, LinkButton, Notice } from '#client/ui'
import { createFetched } from '../../api/fetched.ts'
import { fetchVersion } from '../../api/plan.ts'
import type { FloorItem } from '../../api/room.ts'

type Subject = NonNullable<FloorItem['subject']>

/** The text that an item decides on, by its digest, read in place. [V4] */
export function ItemText(props: { readonly subject: Subject }): JSX.Element {
  const t = useT()
  return (
    <div class="room-text">
      <div class="ui-row ui-row--between">
        <h3 id="room-text-title" class="room-pane__part">
          {t('room.item.textOf', props.subject.title)}
        </h3>
        <Digest value={props.subject.digest} />
      </div>
      <Switch>
        <Match when={props.subject.kind === 'sectionVersion'}>
          <SectionText id={props.subject.id} />
        </Match>
        <Match when={props.subject.kind === 'planVersion'}>
          <p>
            <LinkButton size="small" href={`/plan-versions/${props.subject.id}`}>
              {t('room.item.planVersion')}
            </LinkButton>
          </p>
        </Match>
        <Match when={props.subject.kind === 'termsVersion'}>
          <p>
            <LinkButton size="small" href={`/terms-versions/${props.subject.id}`}>
              {t('room.item.terms')}
            </LinkButton>
          </p>
        </Match>
        <Match when={props.subject.kind === 'minutesVersion'}>
          <p>
            <LinkButton size="small" href={`/minutes-versions/${props.subject.id}`}>
              {t('room.item.minutes')}
            </LinkButton>
          </p>
        </Match>
      </Switch>
    </div>
  )
}

function SectionText(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const labelOf = createLabels()
  const region = createUniqueId()
  const [isWhole, setWhole] = createSignal(false)
  const version = createFetched(() => fetchVersion(props.id), ['sectionVersion'])
  return (
    <Fetched of={version} lines={8}>
      {found => (
        <>
          <Show when={found().content} fallback={<Notice tone="alarm">{t('room.item.altered')}</Notice>}>
            {content => (
              <div
                id={region}
                class="ui-sheet room-text__sheet"
                classList={{ 'room-text__sheet--whole': isWhole() }}
                role="region"
                aria-labelledby="room-text-title"
                tabIndex={isWhole() ? undefined : 0}
              >
                <FrozenText content={content()} idPrefix="item-" headingShift={2} labelOf={labelOf} />
              </div>
            )}
          </Show>
          <div class="ui-row ui-row--tight">
            <Button
              size="small"
              variant="quiet"
              aria-expanded={isWhole()}
              aria-controls={region}
              onPress={() => setWhole(last => !last)}
            >
              {isWhole() ? t('room.item.part') : t('room.item.whole')}
            </Button>
            <LinkButton size="small" variant="quiet" href={`/versions/${props.id}`}>
              {t('room.item.version')}
            </LinkButton>
            <LinkButton size="small" variant="quiet" href={`/sections/${found().section.id}`}>
              {t('room.item.live')}
            </LinkButton>
          </div>
        </>
      )}
    </Fetched>
  )
}
