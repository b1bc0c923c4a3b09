import RotateCw from 'lucide-solid/icons/rotate-cw'
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js'
import { useMe } from '#client/app'
import { useT } from '#client/i18n'
import { Button, Dialog, Digest, Notice, Select, showToast, Skeleton } from '#client/ui'
import { asId, type Digest as DigestText, type GroupId, type Result, type SeatId } from '#shared/core'
import type { VersionState } from '#shared/plan'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'
import './submit.css'

interface Preview {
  readonly digest: DigestText
  readonly submittedAs: { readonly number: number; readonly state: VersionState } | null
}

interface Props<P extends Preview> {
  readonly title: string
  readonly lead: string
  /** Said when somebody has changed it while it was read. */
  readonly movedOn: string
  readonly groupId: GroupId
  readonly unsaved: boolean
  readonly preview: () => Promise<Result<P, ApiProblem>>
  readonly submit: (about: {
    readonly digest: DigestText
    readonly seatId?: SeatId
  }) => Promise<Result<{ readonly number: number }, ApiProblem>>
  /** What is said once it is submitted. */
  readonly done?: ((number: number) => string) | undefined
  /** Shows what would be frozen. */
  readonly children: (preview: P) => JSX.Element
  /** What the submitter ought to know of it before; it stops nothing. */
  readonly warning?: ((preview: P) => JSX.Element) | undefined
  /** A refusal that is told in its own way; null for all others. */
  readonly refusal?: ((problem: ApiProblem) => JSX.Element | null) | undefined
  /** What else is chosen in submitting. */
  readonly more?: JSX.Element
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Submits what is stored: shows it as it would be frozen, with its digest, and freezes exactly that or nothing. [E1] */
export function SubmitExactly<P extends Preview>(props: Props<P>): JSX.Element {
  const t = useT()
  const me = useMe()
  const [preview, setPreview] = createSignal<P>()
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [busy, setBusy] = createSignal(false)
  const seats = () => me().seats.filter(seat => seat.groupId === props.groupId && seat.constituency !== 'OBSERVER')
  const [seatId, setSeatId] = createSignal<string | null>(seats()[0]?.seatId ?? null)

  const look = async (because?: ApiProblem): Promise<void> => {
    setBusy(true)
    const answer = await props.preview()
    setBusy(false)
    if (answer.ok) setPreview(() => answer.value)
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
    const submitted = await props.submit({ digest, ...(seat !== null && { seatId: asId<SeatId>(seat) }) })
    setBusy(false)
    if (submitted.ok) {
      const { number } = submitted.value
      showToast(props.done?.(number) ?? t('plan.submit.done', number))
      props.onDone()
    } else if (submitted.problem.type === 'text-moved-on') await look(submitted.problem)
    else setProblem(submitted.problem)
  }
  const told = (refusal: ApiProblem): JSX.Element => {
    const own = props.refusal?.(refusal)
    if (own) return own
    const hasMovedOn = refusal.type === 'text-moved-on'
    return <Notice tone={hasMovedOn ? 'notice' : 'alarm'} when={hasMovedOn ? props.movedOn : sentenceFor(t, refusal)} />
  }
  return (
    <Dialog
      open
      size="large"
      title={props.title}
      description={props.lead}
      onClose={props.onClose}
      footer={
        <>
          <Button icon={RotateCw} disabled={busy()} onPress={() => void look()}>
            {t('plan.submit.again')}
          </Button>
          <Button
            variant="primary"
            busy={busy()}
            disabled={!preview() || preview()?.submittedAs !== null || props.unsaved}
            onPress={() => void submit()}
          >
            {t('plan.submit.confirm')}
          </Button>
        </>
      }
    >
      <div class="ui-stack">
        <Notice tone="notice" when={props.unsaved ? t('plan.submit.unsaved') : undefined} />
        <Show when={problem()}>{refusal => told(refusal())}</Show>
        <Show when={preview()} fallback={<Show when={!problem()}>{<Skeleton lines={6} />}</Show>}>
          {shown => (
            <>
              <Show when={shown().submittedAs}>
                {same => (
                  <Notice tone="info" when={t('plan.submit.already', same().number, t(`plan.state.${same().state}`))} />
                )}
              </Show>
              {props.warning?.(shown())}
              <div class="submit__text" tabIndex={0} role="region" aria-label={t('plan.version.exact')}>
                {props.children(shown())}
              </div>
              <div>
                <p class="ui-eyebrow">{t('plan.submit.digest')}</p>
                <Digest value={shown().digest} whole />
              </div>
            </>
          )}
        </Show>
        <Show when={seats().length > 1}>
          <Select
            label={t('plan.submit.seat')}
            options={seats().map(seat => ({ value: seat.seatId, label: `${seat.label} (${seat.organisationName})` }))}
            value={seats().find(seat => seat.seatId === seatId())?.seatId ?? null}
            onChange={setSeatId}
          />
        </Show>
        {props.more}
      </div>
    </Dialog>
  )
}
