import { createEffect, Show, type Accessor, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Notice, Select } from '#client/ui'
import type { Instant } from '#shared/core'
import type { VersionState } from '#shared/plan'
import './redline-pair.css'

interface Version {
  readonly id: string
  readonly number: number
  readonly state: VersionState
  readonly decidedAt: Instant | null
}

interface FrozenVersion<C> extends Version {
  /** Null where the stored text was altered. */
  readonly content: C | null
}

interface Pair<C> {
  readonly from: FrozenVersion<C>
  readonly to: FrozenVersion<C>
}

export interface Texts<C> extends Pair<C> {
  readonly before: C
  readonly after: C
}

/** A frozen version beside another of the same text: which two they are, and what separates them. [E9] */
export function VersionPair<C>(props: {
  readonly comparison: {
    readonly to: FrozenVersion<C>
    readonly from: FrozenVersion<C> | null
    readonly versions: readonly Version[]
  }
  /** The one that was asked for; left out, the one that stood before. */
  readonly from?: string | undefined
  /** Offers every other version, and tells which is shown. */
  readonly onFrom?: ((id: string) => void) | undefined
  /** Said where none stood before. */
  readonly none: string
  readonly children: (texts: Accessor<Texts<C>>) => JSX.Element
}): JSX.Element {
  const t = useT()
  createEffect(() => {
    const { from } = props.comparison
    if (from && props.from === undefined) props.onFrom?.(from.id)
  })
  const pair = (): Pair<C> | null => {
    const { from, to } = props.comparison
    return from && { from, to }
  }
  const others = (): readonly Version[] => props.comparison.versions.filter(({ id }) => id !== props.comparison.to.id)
  return (
    <div class="ui-stack redline-pair">
      <Show when={others().length > 0 && props.onFrom}>
        {choose => <Choice others={others()} from={props.comparison.from} onFrom={id => choose()(id)} />}
      </Show>
      <Show when={pair()} fallback={<Notice tone="info" standing when={props.none} />}>
        {two => (
          <>
            <Sentence from={two().from} to={two().to} />
            <Show when={textsOf(two())} fallback={<Notice tone="alarm" standing when={t('redline.altered')} />}>
              {texts => props.children(texts)}
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function textsOf<C>({ from, to }: Pair<C>): Texts<C> | null {
  return from.content && to.content ? { from, to, before: from.content, after: to.content } : null
}

function Choice(props: {
  readonly others: readonly Version[]
  readonly from: Version | null
  readonly onFrom: (id: string) => void
}): JSX.Element {
  const t = useT()
  return (
    <Select
      label={t('redline.choose')}
      value={props.from?.id ?? null}
      options={props.others.map(({ id, number, state }) => ({
        value: id,
        label: t('redline.option', number, t(`plan.state.${state}`)),
      }))}
      onChange={props.onFrom}
    />
  )
}

function Sentence(props: { readonly from: Version; readonly to: Version }): JSX.Element {
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
