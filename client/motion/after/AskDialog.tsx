import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { RadioGroup, TextArea } from '#client/ui'
import { statementLimit, voidCauses, type JointAct, type VoidCause } from '#shared/motion'
import type { JointActInput } from '#shared/motion/schema'
import { askForJointAct } from '../../api/after-vote.ts'
import { newActKey } from '../../api/motion.ts'

/** Asks for an act of two, with its cause or what was agreed. [V9, V13] */
export function AskDialog(props: {
  readonly motionId: string
  readonly act: JointAct
  readonly onDone: () => void
  readonly onRefused: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const key = newActKey()
  const [text, setText] = createSignal('')
  const [cause, setCause] = createSignal<VoidCause | null>(null)
  const needsWords = (): boolean => props.act !== 'certify'
  const body = (): JointActInput | null => {
    const words = text().trim()
    const chosen = cause()
    if (needsWords() && words === '') return null
    if (props.act !== 'void') return { act: props.act, text: words }
    return chosen && { act: 'void', cause: chosen, text: words }
  }
  const ask = async () => {
    const made = body()
    if (made === null) throw new Error('an act is asked for with its cause')
    return askForJointAct(props.motionId, made, key)
  }
  return (
    <FormDialog
      title={t(`afterVote.together.act.${props.act}`)}
      description={t(`afterVote.together.what.${props.act}`)}
      confirmLabel={t('afterVote.together.ask')}
      danger={props.act === 'void'}
      disabled={body() === null}
      holdsWords={text().trim() !== ''}
      done={t('afterVote.together.sent')}
      act={ask}
      onDone={props.onDone}
      onRefused={props.onRefused}
      onClose={props.onClose}
    >
      <p class="ui-small ui-muted">{t('afterVote.together.lead')}</p>
      <Show when={props.act === 'void'}>
        <RadioGroup
          legend={t('afterVote.together.cause')}
          options={voidCauses.map(value => ({ value, label: t(`afterVote.together.causes.${value}`) }))}
          value={cause()}
          onChange={setCause}
          required
        />
      </Show>
      <TextArea
        label={t(`afterVote.together.text.${props.act}`)}
        hint={t('afterVote.statements.wordsHint')}
        required={needsWords()}
        rows={4}
        maxLength={statementLimit}
        value={text()}
        onInput={setText}
      />
    </FormDialog>
  )
}
