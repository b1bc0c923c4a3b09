import { createSignal, For, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Checkbox, Digest, Notice } from '#client/ui'
import { circulateMinutes, type MinutesAnswer } from '../api/minutes.ts'
import { emptyItems } from './empty-items.ts'
import { partName } from './part-name.ts'
import { ProposedChange } from './ProposedChange.tsx'

/** Circulates the minutes: says what becomes fixed, and freezes the text that was looked at or none. [M5] */
export function CirculateDialog(props: {
  readonly minutes: MinutesAnswer
  readonly onDone: () => void
  readonly onRefused: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const next = (): number => (props.minutes.version?.number ?? 0) + 1
  const accepted = () =>
    props.minutes.state === 'corrections'
      ? props.minutes.corrections.filter(
          one => one.state === 'accepted' && one.version === props.minutes.version?.number,
        )
      : []
  const empty = () => emptyItems(props.minutes.parts)
  const emptyIds = (): string =>
    empty()
      .map(item => item.id)
      .join(' ')
  const [confirmedFor, setConfirmedFor] = createSignal('')
  // Confirmed for these items; another that turns out empty is another question.
  const isConfirmed = (): boolean => confirmedFor() === emptyIds()
  const undecided = (): number => props.minutes.corrections.filter(({ state }) => state === 'proposed').length
  return (
    <FormDialog
      title={t('minutes.circulate.title', next())}
      confirmLabel={t('minutes.circulate.confirm')}
      done={t('minutes.circulate.done')}
      disabled={props.minutes.draftDigest === null || undecided() > 0 || !isConfirmed()}
      act={() => circulateMinutes(props.minutes.meetingId, props.minutes.draftDigest)}
      onDone={props.onDone}
      onRefused={props.onRefused}
      onClose={props.onClose}
    >
      <Show when={accepted().length > 0}>
        <Notice tone="notice" title={t('minutes.circulate.accepted', accepted().length)} standing>
          <ul class="minutes-fixed">
            <For each={accepted()}>
              {correction => (
                <li>
                  <ProposedChange correction={correction} />
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <Show when={empty().length > 0}>
        <Notice tone="notice" title={t('minutes.circulate.empty', empty().length)} standing>
          <ul class="minutes-fixed">
            <For each={empty()}>{item => <li>{partName(t, item)}</li>}</For>
          </ul>
          <Checkbox
            label={t('minutes.circulate.emptyConfirm')}
            checked={isConfirmed()}
            onChange={checked => setConfirmedFor(checked ? emptyIds() : '')}
          />
        </Notice>
      </Show>
      <p>{t('minutes.circulate.lead')}</p>
      <ul class="minutes-fixed">
        <li>{t('minutes.circulate.words', props.minutes.parts.length)}</li>
        <li>{t('minutes.circulate.blocks')}</li>
        <li>{t('minutes.circulate.corrections')}</li>
      </ul>
      <p>{t('minutes.circulate.check')}</p>
      <Show
        when={props.minutes.draftDigest}
        fallback={<Notice tone="alarm" when={t('minutes.circulate.unreadable')} />}
      >
        {digest => (
          <div>
            <p class="ui-eyebrow">{t('minutes.circulate.digest')}</p>
            <Digest value={digest()} whole />
          </div>
        )}
      </Show>
    </FormDialog>
  )
}
