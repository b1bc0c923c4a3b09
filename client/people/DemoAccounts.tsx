import { createSignal, For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Avatar, Panel, type Tone } from '#client/ui'
import { offices } from '#shared/people'
import type { WorkspaceAnswer } from '../api/session.ts'

type Demo = NonNullable<WorkspaceAnswer['demo']>
type Account = Demo['accounts'][number]

const parts = [
  { part: 'office', tone: 'accent' },
  { part: 'chair', tone: 'voting' },
  { part: 'state', tone: 'state' },
  { part: 'ngo', tone: 'ngo' },
  { part: 'partner', tone: 'partner' },
  { part: 'observer', tone: 'observer' },
  { part: 'alternate', tone: 'neutral' },
] as const satisfies readonly { readonly part: Account['part']; readonly tone: Tone }[]

interface Props {
  readonly demo: Demo
  readonly busy: boolean
  readonly onChoose: (email: string) => void
}

/** Everybody in the demonstration, by what they do there; one press signs in as them. */
export function DemoAccounts(props: Props): JSX.Element {
  const t = useT()
  const rank = ({ office }: Account): number => (office ? offices.indexOf(office) : 0)
  const of = (part: Account['part']): readonly Account[] =>
    props.demo.accounts.filter(account => account.part === part).toSorted((one, other) => rank(one) - rank(other))
  return (
    <Panel title={t('people.demo.title')}>
      <p class="ui-muted">{props.demo.password === null ? t('people.demo.typePassword') : t('people.demo.text')}</p>
      <For each={parts}>
        {({ part, tone }) => (
          <Show when={of(part).length > 0}>
            <section class="people-demo" aria-label={t(`people.demo.parts.${part}`)}>
              <h3 class="ui-eyebrow">{t(`people.demo.parts.${part}`)}</h3>
              <ul class="people-demo__list">
                <For each={of(part)}>
                  {account => (
                    <li>
                      <AccountButton account={account} tone={tone} disabled={props.busy} onChoose={props.onChoose} />
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
        )}
      </For>
    </Panel>
  )
}

function AccountButton(props: {
  readonly account: Account
  readonly tone: Tone
  readonly disabled: boolean
  readonly onChoose: (email: string) => void
}): JSX.Element {
  const t = useT()
  const [chosen, setChosen] = createSignal(false)
  const does = (): string => {
    const { office, chairs, organisation } = props.account
    if (office) return t(`people.office.${office}`)
    return chairs.length > 0 ? t('people.demo.chairOf', chairs.join(', ')) : (organisation ?? '')
  }
  return (
    <button
      type="button"
      class="people-demo__account"
      data-email={props.account.email}
      aria-busy={chosen() && props.disabled ? 'true' : undefined}
      disabled={props.disabled && !chosen()}
      onClick={() => {
        setChosen(true)
        props.onChoose(props.account.email)
      }}
    >
      <Avatar name={props.account.name} tone={props.tone} size="small" />
      <span class="people-demo__text">
        <span class="people-demo__name">{props.account.name}</span>
        <span class="people-demo__does">{does()}</span>
      </span>
    </button>
  )
}
