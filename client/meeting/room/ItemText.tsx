import { createSignal, createUniqueId, Match, Show, Switch, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { createLabels, FrozenText, TermsText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { textTitle } from '#client/titles'
import { Button, Digest, LinkButton, Notice } from '#client/ui'
import { createFetched } from '../../api/fetched.ts'
import { fetchVersion } from '../../api/plan.ts'
import type { FloorItem } from '../../api/room.ts'
import { fetchTermsVersion } from '../../api/terms.ts'

type Subject = NonNullable<FloorItem['subject']>

/** The text that an item decides on, by its digest, read in place. [V4] */
export function ItemText(props: { readonly subject: Subject }): JSX.Element {
  const t = useT()
  return (
    <div class="room-text">
      <div class="ui-row ui-row--between">
        <h3 id="room-text-title" class="room-pane__part">
          {t('room.item.textOf', textTitle(t, props.subject))}
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
          <Terms id={props.subject.id} />
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
  const version = createFetched(() => fetchVersion(props.id), ['sectionVersion'])
  return (
    <Fetched of={version} lines={8}>
      {found => (
        <Sheet
          version={`/versions/${props.id}`}
          live={{ href: `/sections/${found().section.id}`, label: t('room.item.live') }}
          text={
            <Show when={found().content} fallback={<Notice tone="alarm">{t('room.item.altered')}</Notice>}>
              {content => <FrozenText content={content()} idPrefix="item-" headingShift={2} labelOf={labelOf} />}
            </Show>
          }
        />
      )}
    </Fetched>
  )
}

function Terms(props: { readonly id: string }): JSX.Element {
  const t = useT()
  const version = createFetched(() => fetchTermsVersion(props.id), ['terms'])
  const changes = (from: string | undefined) => from && `/terms-versions/${props.id}?from=${from}`
  return (
    <Fetched of={version} lines={8}>
      {found => (
        <Sheet
          version={`/terms-versions/${props.id}`}
          changes={changes(found().before.version?.id)}
          live={{ href: `/terms/${found().terms.id}`, label: t('terms.group.draft') }}
          text={<TermsText version={found()} idPrefix="item-" level={4} />}
        />
      )}
    </Fetched>
  )
}

/** A text that may be long, in part at first, and the pages on which it goes on. */
function Sheet(props: {
  readonly text: JSX.Element
  readonly version: string
  readonly live: { readonly href: string; readonly label: string }
  /** Where it is compared with what it would replace. */
  readonly changes?: string | undefined
}): JSX.Element {
  const t = useT()
  const region = createUniqueId()
  const [isWhole, setWhole] = createSignal(false)
  return (
    <>
      <div
        id={region}
        class="ui-sheet room-text__sheet"
        classList={{ 'room-text__sheet--whole': isWhole() }}
        role="region"
        aria-labelledby="room-text-title"
        tabIndex={isWhole() ? undefined : 0}
      >
        {props.text}
      </div>
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
        <Show when={props.changes}>
          {href => (
            <LinkButton size="small" variant="quiet" href={href()}>
              {t('redline.view.changes.termsVersion')}
            </LinkButton>
          )}
        </Show>
        <LinkButton size="small" variant="quiet" href={props.version}>
          {t('room.item.version')}
        </LinkButton>
        <LinkButton size="small" variant="quiet" href={props.live.href}>
          {props.live.label}
        </LinkButton>
      </div>
    </>
  )
}
