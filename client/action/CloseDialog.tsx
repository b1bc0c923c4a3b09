import { createSignal, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { TextArea } from '#client/ui'
import { closingNoteLimit } from '#shared/action'
import { closeActionItem, type ActionItemView } from '../api/action.ts'

/** Done, with what came of it; or no longer wanted, with the reason. [M6] */
export function CloseDialog(props: {
  readonly item: ActionItemView
  readonly as: 'done' | 'drop'
  readonly onDone: () => void
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [note, setNote] = createSignal('')
  const done = (): boolean => props.as === 'done'
  return (
    <FormDialog
      open
      title={t(`action.close.${props.as}Title`)}
      confirmLabel={t(`action.close.${props.as}`)}
      done={t(`action.close.${props.as}Said`)}
      disabled={!done() && note().trim() === ''}
      act={() => closeActionItem(props.item.id, { done: done(), note: note().trim() })}
      onDone={() => props.onDone()}
      onClose={props.onClose}
    >
      <blockquote class="action-quote">
        {props.item.text}
        <footer class="ui-small ui-muted">{props.item.owner.label}</footer>
      </blockquote>
      <TextArea
        label={t(`action.close.${props.as}Note`)}
        hint={t('action.close.doneNoteHint')}
        value={note()}
        onInput={setNote}
        maxLength={closingNoteLimit}
        rows={3}
        required={!done()}
        optional={done()}
      />
    </FormDialog>
  )
}
