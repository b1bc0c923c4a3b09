import type { JSX } from 'solid-js'
import ListTodo from 'lucide-solid/icons/list-todo'
import { useFormat, useT } from '#client/i18n'
import type { ActionItemBlock } from '#shared/minutes'
import { seatName } from '../part-name.ts'
import { LockedBlock } from './LockedBlock.tsx'

/** What a seat took on, and by when. [M6] */
export function ActionItemFacts(props: { readonly block: ActionItemBlock }): JSX.Element {
  const t = useT()
  const format = useFormat()
  // Noon keeps the day in every time zone.
  const due = (): string => format().date(Date.parse(`${props.block.dueOn}T12:00:00`))
  return (
    <LockedBlock title={t('minutes.blocks.actionItem.title')} icon={ListTodo}>
      <p class="locked-block__words">{props.block.text}</p>
      <p class="ui-small">{t('minutes.blocks.actionItem.owner', seatName(props.block.owner), due())}</p>
    </LockedBlock>
  )
}
