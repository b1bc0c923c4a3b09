import { createSignal, For, Show, type JSX } from 'solid-js'
import Send from 'lucide-solid/icons/send'
import { useT } from '#client/i18n'
import { VersionTag } from '#client/plan'
import { Button, Digest, Panel, TimeStamp } from '#client/ui'
import { can } from '#shared/access'
import type { TermsAnswer } from '../api/terms.ts'
import { useActor } from '#client/plan'
import { subjectOf } from './names.ts'
import { SubmitTermsDialog } from './SubmitTermsDialog.tsx'

/** The versions that were submitted, and the way to the next. */
export function VersionsPart(props: {
  readonly terms: TermsAnswer
  readonly unsavedWords: boolean
  readonly unsavedRules: boolean
  readonly onChange: () => void
}): JSX.Element {
  const t = useT()
  const actor = useActor()
  const [submitting, setSubmitting] = createSignal(false)
  const maySubmit = (): boolean => can(actor(), 'terms.submit', subjectOf(props.terms))
  return (
    <Panel
      title={t('terms.versions.title')}
      actions={
        <Show when={maySubmit()}>
          <Button
            icon={Send}
            disabled={props.unsavedRules || props.terms.damagedAt !== null}
            onPress={() => setSubmitting(true)}
          >
            {t('terms.versions.submit')}
          </Button>
        </Show>
      }
    >
      <Show when={maySubmit() && props.unsavedRules}>
        <p class="ui-small">{t('terms.versions.unsavedRules')}</p>
      </Show>
      <Show when={!maySubmit()}>
        <p class="ui-small ui-muted">{t('terms.versions.cannot', props.terms.group.name)}</p>
      </Show>
      <Show when={props.terms.versions.length > 0} fallback={<p class="ui-muted">{t('terms.versions.empty')}</p>}>
        <ol class="terms-versions" role="list">
          <For each={props.terms.versions}>
            {version => (
              <li class="terms-versions__item">
                <div class="ui-row ui-row--between">
                  <a href={`/terms-versions/${version.id}`}>{t('terms.versions.number', version.number)}</a>
                  <VersionTag state={version.state} />
                </div>
                <p class="ui-small ui-muted">
                  <TimeStamp at={version.submittedAt} />
                  {' · '}
                  {t('terms.versions.by', version.submittedBy.name, version.submittedBy.organisation)}
                </p>
                <Digest value={version.digest} />
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={submitting()}>
        <SubmitTermsDialog
          terms={props.terms}
          unsaved={props.unsavedWords}
          onClose={() => setSubmitting(false)}
          onDone={() => {
            setSubmitting(false)
            props.onChange()
          }}
        />
      </Show>
    </Panel>
  )
}
