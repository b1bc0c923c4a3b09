import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and whether it can be taken back. */
  readonly children: JSX.Element
  /** The verb: "Open the vote", never "OK". */
  readonly confirmLabel: string
  readonly cancelLabel?: string | undefined
  readonly danger?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Why it did not work; the dialog stays. */
  readonly error?: string | undefined
  readonly size?: 'small' | 'medium' | 'large' | undefined
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before an act that others will see or that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const t = useT()
  return (
    <Dialog
      open={props.open}
      title={props.title}
      size={props.size ?? 'small'}
      insistent={props.busy}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button variant="secondary" disabled={props.busy} onPress={() => props.onClose()}>
            {props.cancelLabel ?? t('ui.cancel')}
          </Button>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
            disabled={props.disabled}
            onPress={() => props.onConfirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
      <Notice tone="alarm" when={props.error} />
    </Dialog>
  )
}
