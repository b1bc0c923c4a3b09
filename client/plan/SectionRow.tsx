import { Show, type JSX } from 'solid-js'
import Lock from 'lucide-solid/icons/lock'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { useT } from '#client/i18n'
import { Badge, TimeStamp } from '#client/ui'
import type { SectionEntry } from '../api/plan.ts'
import { ArrangeMenu } from './ArrangeMenu.tsx'
import { StandingTag } from './StandingTag.tsx'

/** One section of the outline. */
export function SectionRow(props: {
  readonly section: SectionEntry
  /** Place among the sections of its component, from 0. */
  readonly index: number
  readonly count: number
  readonly arranges: boolean
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  return (
    <li class="outline__row" classList={{ 'outline__row--waived': props.section.waived !== null }}>
      <span class="outline__code">{props.section.code}</span>
      <div class="outline__text">
        <a class="outline__title" href={`/sections/${props.section.id}`}>
          {props.section.title}
        </a>
        <div class="outline__group">
          <span>{props.section.group.name}</span>
          <Show when={props.section.access === 'edit'}>
            <Badge tone="accent" plain>
              {t('plan.outline.writes')}
            </Badge>
          </Show>
          <Show when={props.section.damaged}>
            <Badge tone="notice" icon={TriangleAlert} plain>
              {t('plan.damaged.badge')}
            </Badge>
          </Show>
          <Show when={props.section.frozen}>
            <Badge icon={Lock} plain>
              {t('plan.closing.badge')}
            </Badge>
          </Show>
        </div>
        <Show when={props.section.waived}>{waived => <p class="outline__reason">{waived().reason}</p>}</Show>
      </div>
      <div class="outline__state">
        <StandingTag standing={props.section.standing} />
      </div>
      <div class="outline__edited">
        <Show when={props.section.editedAt} fallback={<span class="ui-muted">{t('plan.outline.never')}</span>}>
          {at => (
            <>
              <span class="ui-visually-hidden">{t('plan.outline.edited')} </span>
              <TimeStamp at={at()} show="relative" />
            </>
          )}
        </Show>
      </div>
      <Show when={props.arranges}>
        <div class="outline__menu ui-no-print">
          <ArrangeMenu section={props.section} index={props.index} count={props.count} onChange={props.onChange} />
        </div>
      </Show>
    </li>
  )
}
