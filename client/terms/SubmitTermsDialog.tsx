import { Show, type JSX } from 'solid-js'
import { FrozenTerms } from '#client/frozen-text'
import { useFormat, useT } from '#client/i18n'
import { SubmitExactly } from '#client/plan'
import { Notice } from '#client/ui'
import { unansweredHeadings } from '#shared/terms'
import { previewTerms, submitTerms, type TermsAnswer } from '../api/terms.ts'

/** Submits text and rules as they are stored, under one digest. [E1] */
export function SubmitTermsDialog(props: {
  readonly terms: TermsAnswer
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  const against = () => {
    const settings = props.terms.settings?.inForce
    return settings ? { settings, label: t('terms.rules.differences.from') } : null
  }
  return (
    <SubmitExactly
      title={t('terms.submit.title')}
      lead={t('terms.submit.lead')}
      movedOn={t('terms.submit.movedOn')}
      groupId={props.terms.group.id}
      unsaved={props.unsaved}
      preview={() => previewTerms(props.terms.id)}
      submit={about => submitTerms(props.terms.id, about)}
      warning={preview => <Unanswered headings={unansweredHeadings(preview.content)} />}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      {preview => <FrozenTerms content={preview.content} against={against()} idPrefix="preview-" level={3} />}
    </SubmitExactly>
  )
}

/** Questions of the outline that nobody has answered yet: which, and that it can be submitted all the same. [G10] */
function Unanswered(props: { readonly headings: readonly string[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <Show when={props.headings.length > 0}>
      <Notice tone="notice" title={t('terms.submit.unanswered.title', props.headings.length)}>
        <p>{format().list(props.headings)}</p>
        <p>{t('terms.submit.unanswered.text')}</p>
      </Notice>
    </Show>
  )
}
