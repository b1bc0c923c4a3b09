import { useNavigate } from '@solidjs/router'
import { createSignal, Show, type JSX } from 'solid-js'
import { FormDialog } from '#client/app'
import { useT } from '#client/i18n'
import { Button, LinkButton, Panel, StateTag, TextInput } from '#client/ui'
import { electionTitleLimit, isUnderWay } from '#shared/election'
import { callElection, fetchElections } from '../api/election.ts'
import { createFetched } from '../api/fetched.ts'
import { newActKey } from '../api/motion.ts'
import { electionTone } from './state-tone.ts'

/** On the page of a TWG: its latest election, and calling one. [G6] */
export function ElectionPanel(props: {
  readonly group: { readonly id: string; readonly name: string }
  readonly mayCall: boolean
}): JSX.Element {
  const t = useT()
  const [calling, setCalling] = createSignal(false)
  const fetched = createFetched(() => fetchElections(props.group.id), ['group'])
  const latest = () => fetched.value()?.elections[0]
  const mayCall = (): boolean => {
    const last = latest()
    return props.mayCall && fetched.value() !== undefined && (!last || !isUnderWay(last.state))
  }
  return (
    <Show when={latest() || mayCall()}>
      <Panel title={t('election.panel')} level={2}>
        <Show when={latest()}>
          {last => (
            <div class="ui-stack ui-stack--tight">
              <StateTag state={electionTone[last().state]}>{t(`election.state.${last().state}`)}</StateTag>
              <LinkButton size="small" href={`/elections/${last().id}`}>
                {t('election.see')}
              </LinkButton>
            </div>
          )}
        </Show>
        <Show when={mayCall()}>
          <Button onPress={() => setCalling(true)}>{t('election.call')}</Button>
        </Show>
      </Panel>
      <Show when={calling()}>
        <CallDialog group={props.group} onClose={() => setCalling(false)} />
      </Show>
    </Show>
  )
}

function CallDialog(props: {
  readonly group: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const navigate = useNavigate()
  const [title, setTitle] = createSignal('')
  // One key for one election: sent again after a lost answer, it is still the same act.
  const key = newActKey()
  return (
    <FormDialog
      title={t('election.callTitle')}
      description={t('election.callText')}
      confirmLabel={t('election.callConfirm')}
      done={t('election.called')}
      disabled={title().length > electionTitleLimit}
      act={() => callElection({ groupId: props.group.id, title: title().trim() || null }, key)}
      onDone={made => navigate(`/elections/${made.id}`)}
      onClose={() => props.onClose()}
    >
      <TextInput
        label={t('election.callField')}
        hint={t('election.callHint', t('titles.election', props.group.name))}
        value={title()}
        maxLength={electionTitleLimit}
        onInput={setTitle}
      />
    </FormDialog>
  )
}
