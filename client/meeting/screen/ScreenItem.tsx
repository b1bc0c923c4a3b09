import { createEffect, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { narrativeText } from '#shared/narrative'
import { createFetched } from '../../api/fetched.ts'
import { fetchVersion } from '../../api/plan.ts'
import type { FloorItem } from '../../api/room.ts'
import { itemTitle } from '../item-title.ts'
import { ItemTime } from '../room/ItemTime.tsx'
import { excerptOf } from './excerpt.ts'
import { createFit } from './fit.ts'

/** Characters of a long text that are enough to know it by. */
const excerptLimit = 330

/** The current item: number, title, and its note or how the text under it begins. */
export function ScreenItem(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  const section = (): string | undefined =>
    props.item.subject?.kind === 'sectionVersion' ? props.item.subject.id : undefined
  const [begins, setBegins] = createSignal('')
  const words = (): string => (section() === undefined ? props.item.note : excerptOf(begins(), excerptLimit))
  const fit = createFit(() => [props.item.title, props.item.presenter?.label, words()])
  return (
    <section ref={fit.box} class="screen-item">
      <ItemHead item={props.item} />
      <h2 class="screen__title">{itemTitle(t, props.item)}</h2>
      <Show when={props.item.presenter}>
        {presenter => <p class="screen__small screen__quiet">{t('meeting.agenda.presents', presenter().label)}</p>}
      </Show>
      <Show when={section()} keyed>
        {id => <TextBegins id={id} onText={setBegins} />}
      </Show>
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
function TextBegins(props: { readonly id: string; readonly onText: (text: string) => void }): JSX.Element {
  const version = createFetched(() => fetchVersion(props.id), ['sectionVersion'])
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
