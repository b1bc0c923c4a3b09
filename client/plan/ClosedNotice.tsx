import { Show, untrack, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Notice } from '#client/ui'
import type { SectionDetail } from '../api/plan.ts'
import { createMayClose } from './closing.ts'

type Closing = NonNullable<SectionDetail['frozen']>

/** Tells everybody on the page that nobody writes this text for now: who closed it, why, and how it opens again. */
export function ClosedNotice(props: { readonly section: SectionDetail }): JSX.Element {
  const stood = untrack(() => props.section.frozen !== null)
  return (
    <Show when={props.section.frozen}>
      {closing => <Closed section={props.section} closing={closing()} standing={stood} />}
    </Show>
  )
}

function Closed(props: {
  readonly section: SectionDetail
  readonly closing: Closing
  readonly standing: boolean
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const mayOpen = createMayClose(() => props.section)
  const title = (): string => {
    const { by, at } = props.closing
    return t('plan.closing.title', by.name, by.organisation, format().dateTime(at))
  }
  const opener = (): string => {
    const { group } = props.section
    const when = props.closing.untilOutcome ? 'earlier' : 'again'
    if (mayOpen()) return t(`plan.closing.${when}.mine`)
    return group.kind === 'nwg' ? t(`plan.closing.${when}.nwg`) : t(`plan.closing.${when}.twg`, group.name)
  }
  const ending = (): string => {
    const until = props.closing.untilOutcome
    return until ? `${t('plan.closing.until', until.number)} ${opener()}` : opener()
  }
  return (
    <Notice tone="info" title={title()} standing={props.standing}>
      <Show when={props.closing.reason}>{reason => <p>{t('plan.closing.reason', reason())}</p>}</Show>
      <p>{ending()}</p>
    </Notice>
  )
}
