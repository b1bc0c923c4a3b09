import type { JSX } from 'solid-js'
import { useFormat } from '#client/i18n'
import { createNow } from './now.ts'

export interface TimeStampProps {
  /** Milliseconds since the epoch, UTC. */
  readonly at: number
  /** Default `dateTime`. `relative` keeps itself up to date. */
  readonly show?: 'date' | 'shortDate' | 'time' | 'dateTime' | 'exact' | 'relative' | undefined
}

/** A moment, in the reader's language and time zone; the tooltip has it to the second. */
export function TimeStamp(props: TimeStampProps): JSX.Element {
  const format = useFormat()
  const text = (): string => {
    const show = props.show ?? 'dateTime'
    return show === 'relative' ? format().relative(props.at, createNow()()) : format()[show](props.at)
  }
  return (
    <time dateTime={new Date(props.at).toISOString()} title={format().exact(props.at)}>
      {text()}
    </time>
  )
}
