import { createEffect, Show, type JSX } from 'solid-js'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Notice, Select } from '#client/ui'
import { createFetched } from '../api/fetched.ts'
import { fetchComparison, type Comparison } from '../api/plan.ts'
import { Redline } from './Redline.tsx'

type Version = Comparison['versions'][number]

/** A version of a section beside an earlier one: by default the one that was adopted last before it. [E9] */
export function SectionComparison(props: {
  readonly id: string
  /** The version to compare with; left out, the one that was adopted last before. */
  readonly from?: string | undefined
  /** Offers every other version of the section, and tells which is shown. */
  readonly onFrom?: ((id: string) => void) | undefined
  readonly headingShift?: number
}): JSX.Element {
  const t = useT()
  const comparison = createFetched(() => fetchComparison(props.id, props.from))
  createEffect(() => {
    const shown = comparison.value()?.from
    if (shown && props.from === undefined) props.onFrom?.(shown.id)
  })
  return (
    <Fetched of={comparison} lines={8}>
      {found => (
        <div class="ui-stack redline-pair">
          <Show when={props.onFrom}>{choose => <Choice comparison={found()} onFrom={id => choose()(id)} />}</Show>
          <Show when={found().from} fallback={<Notice tone="info" standing when={t('redline.noneBefore')} />}>
            {from => (
              <>
                <Pair from={from()} to={found().to} />
                <Show
                  when={from().content && found().to.content}
                  fallback={<Notice tone="alarm" standing when={t('redline.altered')} />}
                >
                  <Texts from={from()} to={found().to} headingShift={props.headingShift} />
                </Show>
              </>
            )}
          </Show>
        </div>
      )}
    </Fetched>
  )
}

function Texts(props: {
  readonly from: Comparison['to']
  readonly to: Comparison['to']
  readonly headingShift: number | undefined
}): JSX.Element {
  const texts = () => {
    const { from, to } = props
    return from.content && to.content ? { before: from.content, after: to.content } : null
  }
  return (
    <Show when={texts()}>
      {two => <Redline before={two().before} after={two().after} headingShift={props.headingShift ?? 0} />}
    </Show>
  )
}

function Choice(props: { readonly comparison: Comparison; readonly onFrom: (id: string) => void }): JSX.Element {
  const t = useT()
  const others = (): readonly Version[] => props.comparison.versions.filter(({ id }) => id !== props.comparison.to.id)
  return (
    <Show when={others().length > 0}>
      <Select
        label={t('redline.choose')}
        value={props.comparison.from?.id ?? null}
        options={others().map(({ id, number, state }) => ({
          value: id as string,
          label: t('redline.option', number, t(`plan.state.${state}`)),
        }))}
        onChange={props.onFrom}
      />
    </Show>
  )
}

function Pair(props: { readonly from: Version; readonly to: Version }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const sentence = (): string => {
    const { from, to } = props
    const isAdopted = from.state === 'adopted' || from.state === 'superseded'
    if (!isAdopted || from.decidedAt === null) return t('redline.pair', to.number, from.number)
    return t('redline.pairAdopted', to.number, from.number, format().date(from.decidedAt))
  }
  return <p>{sentence()}</p>
}
