import { Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Tally, type TallyPart } from '#client/ui'
import { authorKinds, lengthOf, ngoShareOf } from '#shared/participation'
import type { GroupParticipation } from '../api/participation.ts'
import { Figure } from './Figure.tsx'
import { authorTone } from './tones.ts'

type Texts = GroupParticipation['texts']

/** Who wrote the group's texts. [A5] */
export function TextFigure(props: {
  readonly texts: Texts
  readonly source: { readonly href: string; readonly label: string }
}): JSX.Element {
  const t = useT()
  return (
    <Figure
      title={t('participation.texts.title')}
      how={t('participation.texts.how')}
      source={props.texts.sections > 0 ? props.source : undefined}
    >
      <Show when={props.texts.sections > 0} fallback={<p>{t('participation.texts.noSections')}</p>}>
        <Show when={props.texts.adopted.sections > 0} fallback={<p>{t('participation.texts.noneAdopted')}</p>}>
          <Authors name="adopted" texts={props.texts} />
        </Show>
        <Authors name="working" texts={props.texts} />
      </Show>
    </Figure>
  )
}

function Authors(props: { readonly name: 'adopted' | 'working'; readonly texts: Texts }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const text = (): Texts['adopted'] => props.texts[props.name]
  const label = (): string =>
    `${t('participation.texts.letters', t(`participation.texts.${props.name}`))} (${t('participation.texts.sections', text().sections, props.texts.sections)})`
  const parts = (): readonly TallyPart[] =>
    authorKinds
      .filter(kind => kind === 'NGO' || text().letters[kind] > 0)
      .map(kind => ({
        key: kind,
        label: t(`participation.texts.author.${kind}`),
        value: text().letters[kind],
        tone: authorTone[kind],
      }))
  const finding = (): string => {
    if (lengthOf(text().letters) === 0) return t('participation.texts.empty')
    const share = ngoShareOf(text().letters)
    return share === null ? t('participation.texts.nobody') : t('participation.texts.share', format().percent(share))
  }
  return (
    <div class="ui-stack ui-stack--tight">
      <Tally label={label()} parts={parts()} size="small" />
      <p>
        {finding()} <Show when={text().letters.UNKNOWN > 0}>{t('participation.texts.unknown')}</Show>
      </p>
      <Show when={text().uncounted > 0}>
        <p class="ui-muted">{t('participation.texts.uncounted', text().uncounted)}</p>
      </Show>
    </div>
  )
}
