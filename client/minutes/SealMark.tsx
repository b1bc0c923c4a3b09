import type { JSX } from 'solid-js'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { useFormat, useT } from '#client/i18n'
import { Digest } from '#client/ui'
import type { MinutesAnswer } from '../api/minutes.ts'

/** The seal at the foot of sealed minutes: their number, when, and the digest that later seals cover. */
export function SealMark(props: {
  readonly seal: NonNullable<MinutesAnswer['seal']>
  readonly group: string
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <footer class="seal-mark">
      <div class="seal-mark__stamp" aria-hidden="true">
        <LockKeyhole size={18} strokeWidth={1.75} />
        <span class="seal-mark__number">{t('minutes.seal.number', props.seal.number)}</span>
      </div>
      <div class="seal-mark__text">
        <p>
          <strong>{t('minutes.seal.title', props.seal.number, props.group)}</strong>
        </p>
        <p class="ui-small ui-muted">
          {t('minutes.seal.when', format().dateTime(props.seal.approval.at), format().dateTime(props.seal.sealedAt))}
        </p>
        <Digest value={props.seal.seal} whole />
      </div>
    </footer>
  )
}
