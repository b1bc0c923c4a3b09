import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Checkbox, Dialog } from '#client/ui'
import { conductKeysOn, keysOn, roomKeyNames, roomKeys, setConductKeysOn, setKeysOn } from './keys.ts'

/** The single keys of the room, and the switch that turns them off. */
export function HelpDialog(props: {
  readonly open: boolean
  readonly conducts: boolean
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  return (
    <Dialog open={props.open} title={t('room.keys.title')} description={t('room.keys.lead')} onClose={props.onClose}>
      <Keys whom="everybody" />
      <Show when={props.conducts}>
        <Keys whom="conduct" />
      </Show>
      <Show when={props.conducts}>
        <Checkbox
          label={t('room.keys.conductOn')}
          hint={t('room.keys.conductOnHint')}
          checked={conductKeysOn()}
          onChange={setConductKeysOn}
        />
      </Show>
      <Checkbox label={t('room.keys.on')} hint={t('room.keys.onHint')} checked={keysOn()} onChange={setKeysOn} />
    </Dialog>
  )
}

function Keys(props: { readonly whom: 'everybody' | 'conduct' }): JSX.Element {
  const t = useT()
  return (
    <section>
      <h3 class="room-pane__part">{t(`room.keys.${props.whom}`)}</h3>
      <dl class="room-keys">
        <For each={roomKeyNames.filter(name => roomKeys[name].whom === props.whom)}>
          {name => (
            <div class="room-keys__row">
              <dt>
                <kbd>{roomKeys[name].key}</kbd>
              </dt>
              <dd>{t(`room.keys.${name}`)}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
