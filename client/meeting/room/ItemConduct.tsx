import { createSignal, Show, type JSX } from 'solid-js'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { useT } from '#client/i18n'
import { Button, ConfirmDialog, Menu, MenuItem } from '#client/ui'
import type { FloorItem } from '../../api/room.ts'
import type { Conduct } from './conduct.ts'
import { OpenItemVoteDialog } from './OpenItemVoteDialog.tsx'
import { useRoom } from './room.ts'

/** What the chair and the Secretariat do with the item in sight. */
export function ItemConduct(props: {
  readonly item: FloorItem
  readonly conduct: Conduct
  /** Amendments to the item's text are voted on first. [V4] */
  readonly textWaits: boolean
}): JSX.Element {
  const t = useT()
  const room = useRoom()
  const [asking, setAsking] = createSignal<'postpone' | 'vote' | null>(null)
  const isCurrent = (): boolean => room.floor().currentItemId === props.item.id
  const isLeft = (): boolean => props.item.state === 'planned' || props.item.state === 'open'
  const hasOpenVote = (): boolean =>
    props.item.motions.some(motion => motion.state === 'open' || motion.state === 'held')
  const isDecided = (): boolean => props.item.motions.some(motion => motion.decision !== null && !motion.onAmendment)
  const mayOpenVote = (): boolean =>
    room.floor().state === 'inSession' &&
    room.mine().mayPreside &&
    isCurrent() &&
    props.item.subject !== null &&
    !hasOpenVote() &&
    !isDecided()
  const postpone = async (): Promise<void> => {
    await props.conduct.postpone(props.item)
    setAsking(null)
  }
  return (
    <Show when={room.floor().state === 'inSession'}>
      <div class="ui-row ui-row--tight">
        <Show when={mayOpenVote()}>
          <Show when={!props.textWaits} fallback={<span class="ui-muted">{t('room.conduct.amendmentsFirst')}</span>}>
            <Button variant="primary" onPress={() => setAsking('vote')}>
              {t('room.conduct.openVote')}
            </Button>
          </Show>
        </Show>
        <Show when={!isCurrent() && isLeft()}>
          <Button
            busy={room.busy() === 'current'}
            aria-keyshortcuts="c"
            onPress={() => void props.conduct.makeCurrent(props.item)}
          >
            {t('room.conduct.makeCurrent')}
          </Button>
        </Show>
        <Show when={!isLeft()}>
          <Button busy={room.busy() === 'reopen'} onPress={() => void props.conduct.reopen(props.item)}>
            {t('room.conduct.reopen')}
          </Button>
        </Show>
        <Show when={isLeft()}>
          <Menu
            label={t('room.conduct.more')}
            triggerClass="ui-button ui-button--quiet ui-button--medium"
            trigger={<Ellipsis size={18} aria-hidden="true" />}
          >
            <Show when={props.item.state === 'open'}>
              <MenuItem onSelect={() => void props.conduct.finish(props.item)}>{t('room.conduct.finish')}</MenuItem>
            </Show>
            <MenuItem onSelect={() => setAsking('postpone')}>{t('room.conduct.postpone')}</MenuItem>
            <Show when={isCurrent()}>
              <MenuItem onSelect={() => void props.conduct.leaveItem()}>{t('room.conduct.pause')}</MenuItem>
            </Show>
          </Menu>
        </Show>
      </div>
      <ConfirmDialog
        open={asking() === 'postpone'}
        title={t('room.conduct.postpone')}
        confirmLabel={t('room.conduct.postpone')}
        busy={room.busy() === 'postpone'}
        onConfirm={() => void postpone()}
        onClose={() => setAsking(null)}
      >
        <p>{t('room.conduct.postponeText')}</p>
      </ConfirmDialog>
      <OpenItemVoteDialog open={asking() === 'vote'} item={props.item} onClose={() => setAsking(null)} />
    </Show>
  )
}
