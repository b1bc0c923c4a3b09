import { Match, Switch, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import type { WrittenItemType } from '#shared/meeting'
import { addItem, changeItem, strikeItem, type FloorAnswer, type FloorItem } from '../api/meeting.ts'
import { ItemDialog } from './ItemDialog.tsx'

/** What somebody is about to do with an agenda. */
export type AgendaIntent =
  /** `type`: what it most likely is; a discussion, if not given. */
  | { readonly kind: 'add'; readonly below: FloorItem | null; readonly type?: WrittenItemType }
  | { readonly kind: 'edit'; readonly item: FloorItem }
  | { readonly kind: 'strike'; readonly item: FloorItem }

export function AgendaDialogs(props: {
  readonly floor: FloorAnswer
  readonly intent: AgendaIntent | null
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const bodies = (): readonly string[] => props.floor.bodies.map(body => body.id)
  const intentOf = <K extends AgendaIntent['kind']>(kind: K): Extract<AgendaIntent, { kind: K }> | null => {
    const { intent } = props
    return intent !== null && isOf(intent, kind) ? intent : null
  }
  const changed = (): void => void props.onChanged()
  return (
    <Switch>
      <Match when={intentOf('add')} keyed>
        {({ below, type }) => (
          <ItemDialog
            title={below ? t('meeting.item.addBelowTitle', below.title) : t('meeting.item.addTitle')}
            confirmLabel={t('meeting.item.add')}
            done={title => t('meeting.agenda.added', title)}
            item={null}
            type={type}
            bodies={bodies()}
            seats={props.floor.seats}
            act={body => addItem(props.floor.id, { ...body, parentId: below?.id ?? null })}
            onDone={changed}
            onClose={() => props.onClose()}
          />
        )}
      </Match>
      <Match when={intentOf('edit')} keyed>
        {({ item }) => (
          <ItemDialog
            title={t('meeting.item.editTitle')}
            confirmLabel={t('meeting.item.save')}
            done={() => t('meeting.agenda.saved')}
            item={item}
            bodies={bodies()}
            seats={props.floor.seats}
            act={body => changeItem(item.id, body)}
            onDone={changed}
            onClose={() => props.onClose()}
          />
        )}
      </Match>
      <Match when={intentOf('strike')} keyed>
        {({ item }) => (
          <FormDialog
            title={t('meeting.agenda.strikeTitle')}
            description={t('meeting.agenda.strikeText', item.title)}
            confirmLabel={t('meeting.agenda.strikeConfirm')}
            danger
            size="small"
            done={t('meeting.agenda.struck', item.title)}
            act={() => strikeItem(item.id)}
            onDone={changed}
            onClose={() => props.onClose()}
          />
        )}
      </Match>
    </Switch>
  )
}

function isOf<K extends AgendaIntent['kind']>(
  intent: AgendaIntent,
  kind: K,
): intent is Extract<AgendaIntent, { kind: K }> {
  return intent.kind === kind
}
