import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import RotateCw from 'lucide-solid/icons/rotate-cw'
import { useMe } from '#client/app'
import { createLabels, FrozenText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Button, Checkbox, Dialog, Digest, Notice, Select, showToast, Skeleton } from '#client/ui'
import { asId, type SeatId } from '#shared/core'
import type { ApiProblem } from '../api/call.ts'
import { previewVersion, submitVersion, type Preview, type SectionDetail } from '../api/plan.ts'
import { sentenceFor } from '../api/sentence.ts'
import { createMayClose } from './closing.ts'

/**
 * Submits a section: shows the stored text as it would be frozen, with its digest, and freezes that text or none. [E1]
 */
export function SubmitDialog(props: {
  readonly section: SectionDetail
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const me = useMe()
  const labelOf = createLabels()
  const [preview, setPreview] = createSignal<Preview>()
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [busy, setBusy] = createSignal(false)
  const seats = () =>
    me().seats.filter(seat => seat.groupId === props.section.group.id && seat.constituency !== 'OBSERVER')
  const mayClose = createMayClose(() => props.section)
  const [closes, setCloses] = createSignal(false)
  const [seatId, setSeatId] = createSignal<string | null>(seats()[0]?.seatId ?? null)

  const look = async (because?: ApiProblem): Promise<void> => {
    setBusy(true)
    const answer = await previewVersion(props.section.id)
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
    const submitted = await submitVersion(props.section.id, {
      digest,
      ...(seat !== null && { seatId: asId<SeatId>(seat) }),
      ...(closes() && { closeText: true }),
    })
    setBusy(false)
    if (submitted.ok) {
      const { number } = submitted.value
      showToast(closes() ? t('plan.submit.doneClosed', number) : t('plan.submit.done', number))
      props.onDone()
    } else if (submitted.problem.type === 'text-moved-on') await look(submitted.problem)
    else setProblem(submitted.problem)
  }

  return (
    <Dialog
      open
      size="large"
      title={t('plan.submit.title', props.section.code)}
      description={t('plan.submit.lead')}
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
        <Show when={problem()}>{refusal => <Refusal problem={refusal()} />}</Show>
        <Show when={preview()} fallback={<Show when={!problem()}>{<Skeleton lines={6} />}</Show>}>
          {shown => (
            <>
              <Show when={shown().submittedAs}>
                {same => (
                  <Notice tone="info" when={t('plan.submit.already', same().number, t(`plan.state.${same().state}`))} />
                )}
              </Show>
              <div class="submit__text" tabIndex={0} role="region" aria-label={t('plan.version.exact')}>
                <FrozenText content={shown().content} idPrefix="preview-" headingShift={1} labelOf={labelOf} />
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
        <Show when={mayClose() && props.section.frozen === null}>
          <Checkbox
            label={t('plan.submit.close')}
            hint={t('plan.submit.closeHint')}
            checked={closes()}
            onChange={setCloses}
          />
        </Show>
      </div>
    </Dialog>
  )
}

function Refusal(props: { readonly problem: ApiProblem }): JSX.Element {
  const t = useT()
  const faults = () => (props.problem.type === 'text-unreadable' ? props.problem.faults : [])
  return (
    <Show
      when={faults().length > 0}
      fallback={
        <Notice
          tone={props.problem.type === 'text-moved-on' ? 'notice' : 'alarm'}
          when={props.problem.type === 'text-moved-on' ? t('plan.submit.movedOn') : sentenceFor(t, props.problem)}
        />
      }
    >
      <Notice tone="alarm" title={t('plan.submit.faults')}>
        <ul>
          <For each={faults()}>
            {fault => (
              <li>
                {fault.part === 'narrative'
                  ? t('plan.submit.fault.narrative', fault.place)
                  : t('plan.submit.fault.framework')}
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  )
}
