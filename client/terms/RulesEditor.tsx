import { createEffect, createSignal, For, Show, type JSX } from 'solid-js'
import { fieldLabel, RuleDifferences, settingText } from '#client/frozen-text'
import { useFormat, useT } from '#client/i18n'
import { Badge, Button, Notice, Panel, showToast } from '#client/ui'
import { canonicalJson } from '#shared/core'
import { isAlarm, settingSections, valuesOf, warningsOf, type SeatCounts, type SettingField } from '#shared/terms'
import type { ApiProblem } from '../api/call.ts'
import { sentenceFor } from '../api/sentence.ts'
import { changeSettings, type SettingsDraft, type TermsAnswer } from '../api/terms.ts'
import { createDraftEditing, type DraftEditing } from './draft.ts'
import { exampleText, faultText, seatsForExamples } from './field-words.ts'
import { Presets } from './Presets.tsx'
import { SettingControl } from './SettingControl.tsx'
import './rules-editor.css'

/** The rule set of a group as it is drafted: each choice with what it does and an example. [G10] */
export function RulesEditor(props: {
  readonly terms: TermsAnswer
  readonly settings: SettingsDraft
  readonly onSaved: () => void
  readonly onUnsaved: (unsaved: boolean) => void
}): JSX.Element {
  const t = useT()
  const editing = createDraftEditing(() => props.settings)
  const mayEdit = (): boolean => props.terms.access === 'edit'
  createEffect(() => props.onUnsaved(editing.edited().length > 0))
  const seats = (): SeatCounts => seatsForExamples(props.settings.seats)
  const kind = () => props.terms.group.kind
  const warnings = () => warningsOf(editing.settings(), { kind: kind(), ngoSeats: props.settings.seats.NGO })
  return (
    <div class="rules-editor">
      <div class="rules-editor__choices">
        <Lead settings={props.settings} mayEdit={mayEdit()} />
        <MovedOn editing={editing} settings={props.settings} />
        <Show when={mayEdit()}>
          <Presets kind={kind()} settings={editing.settings()} onChoose={editing.change} />
        </Show>
        <For each={warnings()}>
          {warning => (
            <Notice tone={isAlarm(warning) ? 'alarm' : 'notice'} title={t(`terms.warnings.${warning}.title`)} standing>
              {t(`terms.warnings.${warning}.text`)}
            </Notice>
          )}
        </For>
        <For each={settingSections}>
          {section => (
            <section class="rules-editor__section" aria-labelledby={`rules-${section.id}`}>
              <h2 id={`rules-${section.id}`}>{t(`terms.rules.sections.${section.id}`)}</h2>
              <For each={section.fields}>
                {field => (
                  <FieldRow
                    field={field}
                    editing={editing}
                    inForce={props.settings.inForce}
                    seats={seats()}
                    mayEdit={mayEdit()}
                  />
                )}
              </For>
            </section>
          )}
        </For>
      </div>
      <aside class="rules-editor__aside">
        <Panel title={t('terms.rules.differences.title')} variant="plain">
          <RuleDifferences
            fromLabel={t('terms.rules.differences.from')}
            from={props.settings.inForce}
            to={editing.settings()}
            toLabel={t('terms.rules.differences.to')}
            none={t('terms.rules.differences.none')}
          />
        </Panel>
        <p class="ui-small ui-muted">{t('terms.rules.always')}</p>
      </aside>
      <Show when={mayEdit()}>
        <SaveBar termsId={props.terms.id} editing={editing} onSaved={props.onSaved} />
      </Show>
    </div>
  )
}

function Lead(props: { readonly settings: SettingsDraft; readonly mayEdit: boolean }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const total = (): string => {
    const { STATE, NGO, PARTNER } = props.settings.seats
    return STATE + NGO + PARTNER === 0 ? t('terms.rules.noSeats') : t('terms.rules.seats', STATE, NGO, PARTNER)
  }
  const changed = (): string => {
    const { changedAt, changedBy } = props.settings
    if (changedAt === null) return t('terms.rules.asInForce')
    return t('terms.rules.changedBy', changedBy ?? t('terms.rules.moved.somebody'), format().dateTime(changedAt))
  }
  return (
    <div class="ui-stack ui-stack--tight">
      <p>{t('terms.rules.lead', total())}</p>
      <p class="ui-small ui-muted">{changed()}</p>
      <Show when={!props.mayEdit}>
        <p class="ui-small ui-muted">{t('terms.rules.readOnly')}</p>
      </Show>
    </div>
  )
}

/** Others changed the draft while the reader was at it: what they changed, and where both did. */
function MovedOn(props: { readonly editing: DraftEditing; readonly settings: SettingsDraft }): JSX.Element {
  const t = useT()
  const format = useFormat()
  const both = (): readonly SettingField[] =>
    props.editing
      .movedOn()
      .map(({ field }) => field)
      .filter(field => props.editing.edited().includes(field))
  const labels = (fields: readonly SettingField[]): string => format().list(fields.map(field => fieldLabel(t, field)))
  return (
    <Show when={props.editing.movedOn().length > 0}>
      <Notice
        tone="notice"
        title={t(
          'terms.rules.moved.title',
          props.settings.changedBy ?? t('terms.rules.moved.somebody'),
          format().time(props.settings.changedAt ?? 0),
        )}
        actions={
          <Button size="small" onPress={props.editing.acknowledge}>
            {t('terms.rules.moved.goOn')}
          </Button>
        }
      >
        <p>{t('terms.rules.moved.text')}</p>
        <ul>
          <For each={props.editing.movedOn()}>
            {({ field }) => (
              <li>
                {fieldLabel(t, field)}: {settingText(t, field, props.settings.draft)}
              </li>
            )}
          </For>
        </ul>
        <Show when={both().length > 0}>
          <p>{t('terms.rules.moved.both', labels(both()))}</p>
        </Show>
      </Notice>
    </Show>
  )
}

function FieldRow(props: {
  readonly field: SettingField
  readonly editing: DraftEditing
  readonly inForce: SettingsDraft['inForce']
  readonly seats: SeatCounts
  readonly mayEdit: boolean
}): JSX.Element {
  const t = useT()
  const format = useFormat()
  const error = (): string | undefined => {
    const fault = props.editing.faults().find(({ field }) => field === props.field)
    return fault && faultText(t, fault)
  }
  const differs = (): boolean =>
    canonicalJson(valuesOf(props.inForce)[props.field]) !==
    canonicalJson(valuesOf(props.editing.settings())[props.field])
  const example = (): string | null =>
    props.field === 'ngoPolicy' || error() !== undefined
      ? null
      : exampleText(t, format(), props.field, props.editing.settings(), props.seats)
  return (
    <div class="rules-editor__field">
      <div class="rules-editor__words">
        <h3>
          {fieldLabel(t, props.field)}
          <Show when={props.editing.edited().includes(props.field)}>
            {' '}
            <Badge tone="accent">{t('terms.rules.edited')}</Badge>
          </Show>
        </h3>
        <p class="ui-small">{t(`terms.fields.${props.field}.text`)}</p>
        <Show when={example()}>
          {text => (
            <p class="rules-editor__example">
              <span class="ui-eyebrow">{t('terms.rules.example')}</span> {text()}
            </p>
          )}
        </Show>
        <Show when={differs()}>
          <p class="ui-small ui-muted">{t('terms.rules.inForce', settingText(t, props.field, props.inForce))}</p>
        </Show>
      </div>
      <div class="rules-editor__control">
        <Show when={props.mayEdit} fallback={<strong>{settingText(t, props.field, props.editing.settings())}</strong>}>
          <SettingControl
            field={props.field}
            settings={props.editing.settings()}
            seats={props.seats}
            error={error()}
            onChange={props.editing.change}
          />
        </Show>
      </div>
    </div>
  )
}

function SaveBar(props: {
  readonly termsId: string
  readonly editing: DraftEditing
  readonly onSaved: () => void
}): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const count = (): number => props.editing.edited().length
  const sentence = (): string | undefined => {
    const refusal = problem()
    return refusal && sentenceFor(t, refusal)
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    const saved = await changeSettings(props.termsId, {
      digest: props.editing.base(),
      changes: props.editing.changes(),
    })
    setBusy(false)
    setProblem(saved.ok ? undefined : saved.problem)
    if (saved.ok) {
      props.editing.discard()
      showToast(t('terms.rules.saved'))
    }
    // Refused, too: the page then shows what others changed.
    props.onSaved()
  }
  return (
    <Show when={count() > 0 || problem()}>
      <div class="rules-editor__save" role="group" aria-label={t('terms.rules.unsaved', count())}>
        <Notice tone="alarm" when={sentence()} />
        <div class="ui-row ui-row--between">
          <span class="ui-small" aria-live="polite">
            {t('terms.rules.unsaved', count())}
          </span>
          <div class="ui-row ui-row--tight">
            <Button variant="quiet" disabled={busy()} onPress={props.editing.discard}>
              {t('terms.rules.discard')}
            </Button>
            <Button
              variant="primary"
              busy={busy()}
              disabled={count() === 0 || props.editing.faults().length > 0 || props.editing.movedOn().length > 0}
              onPress={() => void save()}
            >
              {t('terms.rules.save', count())}
            </Button>
          </div>
        </div>
      </div>
    </Show>
  )
}
