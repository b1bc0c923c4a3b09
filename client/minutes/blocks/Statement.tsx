import type { JSX } from 'solid-js'
import Quote from 'lucide-solid/icons/quote'
import { useFormat, useT } from '#client/i18n'
import type { StatementBlock } from '#shared/minutes'
import { seatName } from '../part-name.ts'
import { LockedBlock } from './LockedBlock.tsx'

/** A seat's own words: they stand as filed. */
export function Statement(props: {
  readonly block: StatementBlock
  readonly actions?: JSX.Element | undefined
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <LockedBlock
      title={t('minutes.blocks.statement.title', seatName(props.block.seat))}
      icon={Quote}
      actions={props.actions}
    >
      <blockquote class="locked-block__words">{props.block.text}</blockquote>
      <p class="ui-small ui-muted">
        {t('minutes.blocks.statement.filed', props.block.personName, format().dateTime(props.block.at))}
      </p>
    </LockedBlock>
  )
}
