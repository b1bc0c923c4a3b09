import { createEffect, createSignal, Match, onCleanup, Show, Switch, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { itemTitle } from '#client/titles'
import type { Result } from '#shared/core'
import { narrativeText, type NarrativeJson } from '#shared/narrative'
import type { LiveTopic } from '#shared/wire'
import type { ApiProblem } from '../../api/call.ts'
import { createFetched } from '../../api/fetched.ts'
import { fetchVersion } from '../../api/plan.ts'
import type { FloorItem } from '../../api/room.ts'
import { fetchTermsVersion } from '../../api/terms.ts'
import { ItemTime } from '../room/ItemTime.tsx'
import { excerptOf } from './excerpt.ts'
import { createFit } from './fit.ts'

/** Characters of a long text that are enough to know it by. */
const excerptLimit = 330

/** The current item: number, title, and its note or how the text under it begins. */
export function ScreenItem(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  const [begins, setBegins] = createSignal('')
  const hasText = (): boolean =>
    props.item.subject?.kind === 'sectionVersion' || props.item.subject?.kind === 'termsVersion'
  const words = (): string => (hasText() ? excerptOf(begins(), excerptLimit) : props.item.note)
  const fit = createFit(() => [props.item.title, props.item.presenter?.label, words()])
  return (
    <section ref={fit.box} class="screen-item">
      <ItemHead item={props.item} />
      <h2 class="screen__title">{itemTitle(t, props.item)}</h2>
      <Show when={props.item.presenter}>
        {presenter => <p class="screen__small screen__quiet">{t('meeting.agenda.presents', presenter().label)}</p>}
      </Show>
      <Switch>
        <Match when={props.item.subject?.kind === 'sectionVersion' && props.item.subject.id} keyed>
          {id => <TextBegins load={() => fetchVersion(id)} topic="sectionVersion" onText={setBegins} />}
        </Match>
        <Match when={props.item.subject?.kind === 'termsVersion' && props.item.subject.id} keyed>
          {id => <TextBegins load={() => fetchTermsVersion(id)} topic="terms" onText={setBegins} />}
        </Match>
      </Switch>
      <Show when={words()}>
        {text => (
          <p ref={fit.words} class="screen-item__words">
            {text()}
          </p>
        )}
      </Show>
      <p class="screen__small screen__quiet screen-item__rest">{t('room.screen.rest')}</p>
    </section>
  )
}

/** Number and kind of an item, and its time. */
export function ItemHead(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  return (
    <p class="screen-item__head">
      <span>
        {t('room.screen.item', props.item.number)} · {t(`meeting.agenda.type.${props.item.type}`)}
      </span>
      <ItemTime item={props.item} />
    </p>
  )
}

/** Fetches the text that the item decides on, and tells how it begins. */
function TextBegins(props: {
  readonly load: () => Promise<Result<{ readonly content: { readonly narrative: NarrativeJson } | null }, ApiProblem>>
  readonly topic: LiveTopic
  readonly onText: (text: string) => void
}): JSX.Element {
  const version = createFetched(() => props.load(), [props.topic])
  createEffect(() => {
    const content = version.value()?.content
    if (!content) return props.onText('')
    const { narrative } = content
    const blocks = narrative.content?.filter(block => block.type !== 'heading') ?? []
    props.onText(narrativeText({ ...narrative, content: blocks }))
  })
  onCleanup(() => props.onText(''))
  return null
}
