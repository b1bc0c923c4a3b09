import { Navigate, useLocation, useNavigate } from '@solidjs/router'
import { createSignal, For, Match, Switch, type JSX } from 'solid-js'
import { nextAddress, nextQuery, useSession } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Checkbox, Notice, Page, PageHeader, Skeleton } from '#client/ui'
import { confidentialityVersion, type Me } from '#shared/people'
import { sentenceFor } from '../api/sentence.ts'
import { confirmConfidentiality } from '../api/session.ts'
import { createAct } from './act.ts'
import './people.css'

const points = ['drafts', 'persons', 'cases', 'account', 'after'] as const

/** The duty of confidentiality, read and confirmed once, before anything else opens. [D3] */
export function ConfidentialityPage(): JSX.Element {
  const session = useSession()
  const location = useLocation()
  return (
    <Switch fallback={<Skeleton title lines={6} />}>
      <Match when={session.me() === null}>
        <Navigate href={`/sign-in${nextQuery(nextAddress(location.search))}`} />
      </Match>
      <Match when={session.me()}>{me => <Duty me={me()} />}</Match>
    </Switch>
  )
}

function Duty(props: { readonly me: Me }): JSX.Element {
  const t = useT()
  const session = useSession()
  const location = useLocation()
  const navigate = useNavigate()
  const [agreed, setAgreed] = createSignal(false)
  const [missed, setMissed] = createSignal(false)
  const act = createAct(async () => {
    const confirmed = await confirmConfidentiality(confidentialityVersion)
    if (!confirmed.ok) return confirmed
    await session.refetch()
    navigate(nextAddress(location.search), { replace: true })
    return confirmed
  })
  const problem = (): string | undefined => {
    const refused = act.problem()
    if (refused) return sentenceFor(t, refused)
    return missed() && !agreed() ? t('people.confidentiality.mustAgree') : undefined
  }
  return (
    <Page>
      <PageHeader title={t('people.confidentiality.title')} eyebrow={props.me.workspace.name}>
        {t('people.confidentiality.lead', props.me.workspace.country)}
      </PageHeader>
      <form
        class="ui-stack ui-stack--loose"
        onSubmit={event => {
          event.preventDefault()
          setMissed(!agreed())
          if (agreed() && !act.busy()) void act.run()
        }}
      >
        <ol class="people-duty">
          <For each={points}>{point => <li>{t(`people.confidentiality.points.${point}`)}</li>}</For>
        </ol>
        <Checkbox label={t('people.confidentiality.agree')} checked={agreed()} onChange={setAgreed} />
        <Notice tone="alarm" when={problem()} />
        <div class="ui-row">
          <Button type="submit" variant="primary" size="large" busy={act.busy()}>
            {t('people.confidentiality.confirm')}
          </Button>
          <Button variant="quiet" onPress={() => void session.signOut()}>
            {t('people.confidentiality.leave')}
          </Button>
        </div>
        <p class="ui-muted ui-small">{t('people.confidentiality.recorded')}</p>
      </form>
    </Page>
  )
}
