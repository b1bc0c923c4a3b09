import type { JSX } from 'solid-js'
import { FrozenTerms } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { SubmitExactly } from '#client/plan'
import { previewTerms, submitTerms, type TermsAnswer } from '../api/terms.ts'

/** Submits text and rules as they are stored, under one digest. [E1] */
export function SubmitTermsDialog(props: {
  readonly terms: TermsAnswer
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  const t = useT()
  return (
    <SubmitExactly
      title={t('terms.submit.title')}
      lead={t('terms.submit.lead')}
      movedOn={t('terms.submit.movedOn')}
      groupId={props.terms.group.id}
      unsaved={props.unsaved}
      preview={() => previewTerms(props.terms.id)}
      submit={about => submitTerms(props.terms.id, about)}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      {preview => (
        <FrozenTerms
          content={preview.content}
          against={props.terms.settings?.inForce ?? null}
          againstLabel={t('terms.rules.differences.from')}
          idPrefix="preview-"
          level={3}
        />
      )}
    </SubmitExactly>
  )
}
