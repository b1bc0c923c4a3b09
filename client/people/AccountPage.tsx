import { createSignal, Show, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import { useMe, useSession } from '#client/app'
import { CalendarsPanel } from '#client/calendar'
import { localeName, useFormat, useLocale, useT, type Locale } from '#client/i18n'
import { Button, LinkButton, Notice, Page, PageHeader, Panel, Select, showToast, TextInput } from '#client/ui'
import { personNameLimit } from '#shared/people'
import { sentenceFor } from '../api/sentence.ts'
import { changeMe, changePassword, exportUrl } from '../api/session.ts'
import { createAct } from './act.ts'
import { NewPassword } from './NewPassword.tsx'
import { PasskeysPanel } from './PasskeysPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'
import './people.css'

/** One's own account: who one is, how one signs in, where one is signed in, and what is kept. */
export function AccountPage(): JSX.Element {
  const t = useT()
  const me = useMe()
  const format = useFormat()
  return (
    <Page width="text">
      <PageHeader title={t('people.account.title')} />
      <Profile />
      <PasskeysPanel />
      <Password />
      <CalendarsPanel />
      <SessionsPanel />
      <Panel title={t('people.account.data.title')}>
        <p>{t('people.account.data.text')}</p>
        <div class="ui-row">
          <LinkButton href={exportUrl} icon={Download} download external>
            {t('people.account.data.download')}
          </LinkButton>
        </div>
        <Show when={me().confidentialityConfirmedAt}>
          {at => <p class="ui-muted ui-small">{t('people.account.confirmedOn', format().date(at()))}</p>}
        </Show>
      </Panel>
    </Page>
  )
}

function Profile(): JSX.Element {
  const t = useT()
  const me = useMe()
  const session = useSession()
  const language = useLocale()
  const [name, setName] = createSignal(me().person.name)
  const act = createAct(async (locale: Locale) => {
    const changed = await changeMe({ name: name().trim(), locale })
    if (!changed.ok) return changed
    language.setLocale(locale)
    await session.refetch()
    showToast(t('people.account.saved'))
    return changed
  })
  const [locale, setLocale] = createSignal<Locale>(language.locale())
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  return (
    <Panel title={t('people.account.profile')}>
      <form
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          if (!act.busy()) void act.run(locale())
        }}
      >
        <TextInput
          label={t('people.name')}
          autocomplete="name"
          required
          maxLength={personNameLimit}
          value={name()}
          onInput={setName}
        />
        <TextInput
          label={t('people.email')}
          hint={t('people.account.emailHint')}
          type="email"
          readOnly
          value={me().person.email}
          onInput={() => undefined}
        />
        <Show when={language.available.length > 1}>
          <Select
            label={t('people.account.language')}
            options={language.available.map(value => ({ value, label: localeName[value] }))}
            value={locale()}
            onChange={setLocale}
          />
        </Show>
        <Notice tone="alarm" when={problem()} />
        <div class="ui-row">
          <Button type="submit" busy={act.busy()}>
            {t('people.account.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Password(): JSX.Element {
  const t = useT()
  const me = useMe()
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [ready, setReady] = createSignal(false)
  // A new key makes the fields anew, emptied.
  const [round, setRound] = createSignal(1)
  const act = createAct(async () => {
    const changed = await changePassword(current() === '' ? null : current(), next())
    if (!changed.ok) return changed
    setCurrent('')
    setNext('')
    setReady(false)
    setRound(last => last + 1)
    showToast(t('people.account.password.changed'))
    return changed
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    return refused ? sentenceFor(t, refused) : undefined
  }
  return (
    <Panel title={t('people.account.password.title')}>
      <form
        class="ui-stack"
        onSubmit={event => {
          event.preventDefault()
          if (ready() && !act.busy()) void act.run()
        }}
      >
        <input type="hidden" name="username" autocomplete="username" value={me().person.email} />
        <TextInput
          label={t('people.account.password.current')}
          hint={t('people.account.password.currentHint')}
          type="password"
          autocomplete="current-password"
          value={current()}
          onInput={setCurrent}
        />
        <Show when={round()} keyed>
          <NewPassword value={next()} onInput={setNext} onReady={setReady} />
        </Show>
        <Notice tone="alarm" when={problem()} />
        <div class="ui-row">
          <Button type="submit" busy={act.busy()} disabled={!ready()}>
            {t('people.account.password.submit')}
          </Button>
          <span class="ui-muted ui-small">{t('people.account.password.effect')}</span>
        </div>
      </form>
    </Panel>
  )
}
