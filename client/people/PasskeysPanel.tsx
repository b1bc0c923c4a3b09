import { createSignal, For, Show, type JSX } from 'solid-js'
import KeyRound from 'lucide-solid/icons/key-round'
import { Fetched } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { Button, ConfirmDialog, Notice, Panel, showToast, TextInput } from '#client/ui'
import { passkeyNameLimit } from '#shared/people'
import { createFetched } from '../api/fetched.ts'
import { sentenceFor } from '../api/sentence.ts'
import {
  addPasskey,
  fetchPasskeys,
  passkeyOptions,
  removePasskey,
  renamePasskey,
  type PasskeyAnswer,
} from '../api/session.ts'
import { createAct } from './act.ts'
import { PasskeyAdvice } from './PasskeyAdvice.tsx'
import { passkeySentence } from './passkey-sentence.ts'
import { deviceName, makePasskey, passkeysWork, type PasskeyProblem } from './passkey.ts'

/** One's own passkeys. */
export function PasskeysPanel(): JSX.Element {
  const t = useT()
  const passkeys = createFetched(fetchPasskeys)
  const [adding, setAdding] = createSignal(false)
  const [problem, setProblem] = createSignal<PasskeyProblem | null>(null)
  const [removing, setRemoving] = createSignal<PasskeyAnswer | null>(null)
  const removal = createAct(async (id: string) => {
    const removed = await removePasskey(id)
    if (removed.ok) setRemoving(null)
    await passkeys.refetch()
    return removed
  })
  const add = async (): Promise<void> => {
    setAdding(true)
    setProblem(null)
    const added = await register(deviceName(navigator.userAgent) || t('people.account.passkeys.unnamed'))
    setAdding(false)
    if (!added.ok) return void setProblem(added.problem)
    showToast(t('people.account.passkeys.added'))
    await passkeys.refetch()
  }
  const refusal = (): string | undefined => {
    const refused = problem()
    return refused ? passkeySentence(t, refused) : undefined
  }
  const removalRefusal = (): string | undefined => {
    const refused = removal.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  return (
    <Panel title={t('people.account.passkeys.title')}>
      <p class="ui-muted">{t('people.passkey.what')}</p>
      <Fetched of={passkeys} lines={2}>
        {list => (
          <Show when={list().length > 0} fallback={<p>{t('people.account.passkeys.none')}</p>}>
            <ul class="people-list">
              <For each={list()}>
                {passkey => (
                  <PasskeyRow passkey={passkey} onRenamed={passkeys.refetch} onRemove={() => setRemoving(passkey)} />
                )}
              </For>
            </ul>
          </Show>
        )}
      </Fetched>
      <Notice tone="alarm" when={refusal()} />
      <Show when={passkeysWork()} fallback={<PasskeyAdvice />}>
        <div class="ui-row">
          <Button icon={KeyRound} busy={adding()} onPress={() => void add()}>
            {t('people.account.passkeys.add')}
          </Button>
        </div>
      </Show>
      <ConfirmDialog
        open={removing() !== null}
        title={t('people.account.passkeys.removeTitle')}
        confirmLabel={t('people.account.passkeys.remove')}
        danger
        busy={removal.busy()}
        error={removalRefusal()}
        onConfirm={() => {
          const passkey = removing()
          if (passkey) void removal.run(passkey.id)
        }}
        onClose={() => {
          removal.forget()
          setRemoving(null)
        }}
      >
        <p>{t('people.account.passkeys.removeText', removing()?.name ?? '')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

async function register(name: string) {
  const options = await passkeyOptions()
  if (!options.ok) return options
  const made = await makePasskey(options.value)
  return made.ok ? addPasskey({ name, response: made.value }) : made
}

function PasskeyRow(props: {
  readonly passkey: PasskeyAnswer
  readonly onRenamed: () => Promise<void>
  readonly onRemove: () => void
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const [editing, setEditing] = createSignal(false)
  const [name, setName] = createSignal('')
  const act = createAct(async () => {
    const renamed = await renamePasskey(props.passkey.id, name().trim())
    if (!renamed.ok) return renamed
    await props.onRenamed()
    setEditing(false)
    return renamed
  })
  const times = (): string => {
    const { createdAt, lastUsedAt } = props.passkey
    const used =
      lastUsedAt === null
        ? t('people.account.passkeys.unused')
        : t('people.account.passkeys.used', format().date(lastUsedAt))
    return `${t('people.account.passkeys.since', format().date(createdAt))}, ${used}`
  }
  return (
    <li class="people-list__item">
      <Show
        when={editing()}
        fallback={
          <>
            <div class="people-list__text">
              <strong>{props.passkey.name}</strong>
              <span class="ui-muted ui-small">{times()}</span>
            </div>
            <div class="ui-row ui-row--tight">
              <Button
                size="small"
                variant="quiet"
                aria-label={`${t('people.account.passkeys.rename')}: ${props.passkey.name}`}
                onPress={() => {
                  setName(props.passkey.name)
                  setEditing(true)
                }}
              >
                {t('people.account.passkeys.rename')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={`${t('people.account.passkeys.remove')}: ${props.passkey.name}`}
                onPress={props.onRemove}
              >
                {t('people.account.passkeys.remove')}
              </Button>
            </div>
          </>
        }
      >
        <form
          class="people-list__form"
          onSubmit={event => {
            event.preventDefault()
            if (!act.busy()) void act.run()
          }}
        >
          <TextInput
            label={t('people.account.passkeys.name')}
            required
            maxLength={passkeyNameLimit}
            value={name()}
            onInput={setName}
          />
          <div class="ui-row ui-row--tight">
            <Button type="submit" size="small" variant="primary" busy={act.busy()}>
              {t('people.account.save')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => setEditing(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </form>
      </Show>
    </li>
  )
}
