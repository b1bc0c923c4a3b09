import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Dialog, Digest, Notice, Select, showToast, Skeleton } from '#client/ui'
import { asId, type SeatId } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'
import { previewTerms, submitTerms, type TermsAnswer, type TermsPreview } from '../api/terms.ts'
import { FrozenTerms } from './FrozenTerms.tsx'

/** Submits text and rules as they are stored: shows both with their digest, and freezes those or none. [E1] */
export function SubmitTermsDialog(props: {
  readonly terms: TermsAnswer
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const me = useMe()
  const [preview, setPreview] = createSignal<TermsPreview>()
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [busy, setBusy] = createSignal(false)
  const seats = () =>
    me().seats.filter(seat => seat.groupId === props.terms.group.id && seat.constituency !== 'OBSERVER')
  const [seatId, setSeatId] = createSignal<string | null>(seats()[0]?.seatId ?? null)
  const look = async (because?: ApiProblem): Promise<void> => {
    setBusy(true)
    const answer = await previewTerms(props.terms.id)
    setBusy(false)
    if (answer.ok) setPreview(answer.value)
    setProblem(answer.ok ? because : answer.problem)
  }
  // What the page typed last is read once it is stored.
  createEffect(
    on(
      () => props.unsaved,
      unsaved => {
        if (!unsaved) void look()
      },
    ),
  )
  const submit = async (): Promise<void> => {
    const digest = preview()?.digest
    if (digest === undefined) return
    setBusy(true)
    const seat = seatId()
    const about = { digest, ...(seat !== null && { seatId: asId<SeatId>(seat) }) }
    const submitted = await submitTerms(props.terms.id, about)
    setBusy(false)
    if (submitted.ok) {
      showToast(t('terms.submit.done', submitted.value.number))
      props.onDone()
    } else if (submitted.problem.type === 'text-moved-on') await look(submitted.problem)
    else setProblem(submitted.problem)
  }
  return (
    <Dialog
      open
      size="large"
      title={t('terms.submit.title')}
      description={t('terms.submit.lead')}
      onClose={props.onClose}
      footer={
        <>
          <Button icon={RotateCw} disabled={busy()} onPress={() => void look()}>
            {t('terms.submit.again')}
          </Button>
          <Button
            variant="primary"
            busy={busy()}
            disabled={!preview() || preview()?.submittedAs !== null || props.unsaved}
            onPress={() => void submit()}
          >
            {t('terms.submit.confirm')}
          </Button>
        </>
      }
    >
      <div class="ui-stack">
        <Notice tone="notice" when={props.unsaved ? t('terms.submit.unsaved') : undefined} />
        <Show when={problem()}>
          {refusal => (
            <Notice
              tone={refusal().type === 'text-moved-on' ? 'notice' : 'alarm'}
              when={refusal().type === 'text-moved-on' ? t('terms.submit.movedOn') : sentenceFor(t, refusal())}
            />
          )}
        </Show>
        <Show when={preview()} fallback={<Show when={!problem()}>{<Skeleton lines={6} />}</Show>}>
          {shown => (
            <>
              <Show when={shown().submittedAs}>
                {same => (
                  <Notice
                    tone="info"
                    when={t('terms.submit.already', same().number, t(`plan.state.${same().state}`))}
                  />
                )}
              </Show>
              <div class="terms-submit__text" tabIndex={0} role="region" aria-label={t('terms.submit.exact')}>
                <FrozenTerms
                  content={shown().content}
                  against={props.terms.settings?.inForce ?? null}
                  againstLabel={t('terms.rules.differences.from')}
                  idPrefix="preview-"
                  level={3}
                />
              </div>
              <div>
                <p class="ui-eyebrow">{t('terms.submit.digest')}</p>
                <Digest value={shown().digest} whole />
              </div>
            </>
          )}
        </Show>
        <Show when={seats().length > 1}>
          <Select
            label={t('terms.submit.seat')}
            options={seats().map(seat => ({ value: seat.seatId, label: `${seat.label} (${seat.organisationName})` }))}
            value={seats().find(seat => seat.seatId === seatId())?.seatId ?? null}
            onChange={setSeatId}
          />
        </Show>
      </div>
    </Dialog>
  )
}
