import { createSignal, For, Show, type JSX } from 'solid-js'
import { createLabels, FrozenText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { Checkbox, Notice } from '#client/ui'
import type { ApiProblem } from '../api/call.ts'
import { previewVersion, submitVersion, type SectionDetail } from '../api/plan.ts'
import { createMayClose } from './closing.ts'
import { SubmitExactly } from './SubmitExactly.tsx'

/** Submits a section, and closes its working text until the vote is over if its writers may and wish. [E1] */
export function SubmitDialog(props: {
  readonly section: SectionDetail
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const labelOf = createLabels()
  const mayClose = createMayClose(() => props.section)
  const [closes, setCloses] = createSignal(false)
  return (
    <SubmitExactly
      title={t('plan.submit.title', props.section.code)}
      lead={t('plan.submit.lead')}
      movedOn={t('plan.submit.movedOn')}
      groupId={props.section.group.id}
      unsaved={props.unsaved}
      preview={() => previewVersion(props.section.id)}
      submit={about => submitVersion(props.section.id, { ...about, ...(closes() && { closeText: true }) })}
      done={number => (closes() ? t('plan.submit.doneClosed', number) : t('plan.submit.done', number))}
      refusal={problem =>
        problem.type === 'text-unreadable' && problem.faults.length > 0 ? <Faults faults={problem.faults} /> : null
      }
      more={
        <Show when={mayClose() && props.section.frozen === null}>
          <Checkbox
            label={t('plan.submit.close')}
            hint={t('plan.submit.closeHint')}
            checked={closes()}
            onChange={setCloses}
          />
        </Show>
      }
      onClose={props.onClose}
      onDone={props.onDone}
    >
      {preview => <FrozenText content={preview.content} idPrefix="preview-" headingShift={1} labelOf={labelOf} />}
    </SubmitExactly>
  )
}

/** A text that holds what cannot be frozen: where. */
function Faults(props: { readonly faults: Extract<ApiProblem, { type: 'text-unreadable' }>['faults'] }): JSX.Element {
  const t = useT()
  return (
    <Notice tone="alarm" title={t('plan.submit.faults')}>
      <ul>
        <For each={props.faults}>
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
  )
}
