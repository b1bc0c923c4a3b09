import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import { Button, Notice, Page, PageHeader, Skeleton, TextInput } from '#client/ui'
import { typedCheckInCode } from '#shared/meeting'
import type { ApiProblem } from '../api/call.ts'
import { findByShortCode } from '../api/room.ts'
import { roomSentence } from './room/words.ts'
import './room/room.css'

/** Where the code leads that the room shows beside its QR code, for whoever types it: to the check-in of that meeting. [M3] */
export function ShortLinkPage(): JSX.Element {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const params = useParams<{ code?: string }>()
  const [typed, setTyped] = createSignal(params.code ?? '')
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [busy, setBusy] = createSignal(false)

  const go = async (): Promise<void> => {
    if (typed().trim() === '' || busy()) return
    setBusy(true)
    setProblem(null)
    const found = await findByShortCode(typedCheckInCode(typed()))
    setBusy(false)
    if (!found.ok) setProblem(found.problem)
    else navigate(`/meetings/${found.value.id}/check-in?code=${found.value.code}`, { replace: true })
  }
  createEffect(
    on(
      () => params.code,
      code => {
        setTyped(code ?? '')
        void go()
      },
    ),
  )
  return (
    <Page width="text">
      <PageHeader title={t('room.checkIn.title')}>{t('room.checkIn.typeLead')}</PageHeader>
      <Show when={!(busy() && params.code !== undefined)} fallback={<Skeleton lines={3} />}>
        <form
          class="ui-stack"
          novalidate
          onSubmit={event => {
            event.preventDefault()
            void go()
          }}
        >
          <TextInput
            label={t('room.checkIn.typeCode')}
            hint={t('room.checkIn.typeHint')}
            value={typed()}
            onInput={setTyped}
            required
          />
          <Show when={problem()}>
            {shown => (
              <Notice tone="alarm">
                {shown().type === 'not-found' ? t('room.checkIn.noSuchCode') : roomSentence(shown(), t, format())}
              </Notice>
            )}
          </Show>
          <Button type="submit" variant="primary" busy={busy()}>
            {t('room.checkIn.typeGo')}
          </Button>
        </form>
      </Show>
    </Page>
  )
}
