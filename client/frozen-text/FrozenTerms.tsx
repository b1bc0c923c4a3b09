import { For, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useT } from '#client/i18n'
import { DescriptionList } from '#client/ui'
import { renderNarrative } from '#shared/narrative'
import { settingSections, type GroupSettings, type TermsContent } from '#shared/terms'
import { RuleDifferences } from './RuleDifferences.tsx'
import { fieldLabel, settingText } from './setting-words.ts'
import './frozen-text.css'

/** A frozen version exactly as it is digested: the text, then every choice in words. */
export function FrozenTerms(props: {
  readonly content: TermsContent
  /** Rules that its own are told to differ from; none where they are read alone. */
  readonly against?: { readonly settings: GroupSettings; readonly label: string } | null
  /** Put before ids, so that two texts can stand on one page. */
  readonly idPrefix?: string
  /** Of the headings above the rules. */
  readonly level: 2 | 3 | 4
}): JSX.Element {
  const t = useT()
  const html = (): string =>
    renderNarrative(props.content.narrative, { idPrefix: props.idPrefix ?? '', headingShift: props.level - 2 })
  return (
    <div class="frozen-terms">
      {/* Escaped by renderNarrative, the one place that writes narrative as HTML. */}
      <div class="ui-prose" innerHTML={html()} />
      <Show when={props.content.settings}>
        {settings => (
          <section class="frozen-terms__rules">
            <Dynamic component={`h${props.level}`}>{t('terms.submit.rules')}</Dynamic>
            <Show when={props.against}>
              {against => (
                <RuleDifferences
                  fromLabel={against().label}
                  from={against().settings}
                  to={settings()}
                  toLabel={t('terms.rules.differences.proposed')}
                />
              )}
            </Show>
            <For each={settingSections}>
              {section => (
                <div>
                  <Dynamic component={`h${props.level + 1}`} class="ui-eyebrow">
                    {t(`terms.rules.sections.${section.id}`)}
                  </Dynamic>
                  <DescriptionList
                    items={section.fields.map(field => ({
                      term: fieldLabel(t, field),
                      value: settingText(t, field, settings()),
                    }))}
                  />
                </div>
              )}
            </For>
          </section>
        )}
      </Show>
    </div>
  )
}
