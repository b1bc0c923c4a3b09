import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { narrativeText } from '#shared/narrative'
import { createFetched } from '../../api/fetched.ts'
import { fetchVersion } from '../../api/plan.ts'
import type { FloorItem } from '../../api/room.ts'
import { itemTitle } from '../item-title.ts'
import { ItemTime } from '../room/ItemTime.tsx'
import { excerptOf } from './excerpt.ts'

/** Characters that are legible on the screen at once. */
const excerptLimit = 330

/** The current item: number, title, and how the text under it begins. */
export function ScreenItem(props: { readonly item: FloorItem }): JSX.Element {
  const t = useT()
  const section = (): string | undefined =>
    props.item.subject?.kind === 'sectionVersion' ? props.item.subject.id : undefined
  return (
    <section class="screen-item">
      <ItemHead item={props.item} />
      <h2 class="screen__title">{itemTitle(t, props.item)}</h2>
      <Show when={props.item.presenter}>
        {presenter => <p class="screen__small screen__quiet">{t('meeting.agenda.presents', presenter().label)}</p>}
      </Show>
      <Show when={section()} keyed fallback={<Words text={props.item.note} />}>
        {id => <TextBegins id={id} />}
      </Show>
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

function TextBegins(props: { readonly id: string }): JSX.Element {
  const version = createFetched(() => fetchVersion(props.id), ['sectionVersion'])
  const text = (): string => {
    const content = version.value()?.content
    if (!content) return ''
    const { narrative } = content
    return narrativeText({ ...narrative, content: narrative.content?.filter(block => block.type !== 'heading') ?? [] })
  }
  return <Words text={text()} />
}

function Words(props: { readonly text: string }): JSX.Element {
  return <Show when={excerptOf(props.text, excerptLimit)}>{text => <p class="screen-item__words">{text()}</p>}</Show>
}
