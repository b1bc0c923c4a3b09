import { createEffect, For, Show, type JSX } from 'solid-js'
import X from 'lucide-solid/icons/x'
import { useT } from '#client/i18n'
import { Button } from '#client/ui'
import { partsOf, setDependsOn, type Objective, type ObjectiveReference } from '#shared/plan/framework'
import type { FrameworkPart } from './framework-part.ts'

/** The objectives that must be met first, as links that follow every renumbering. [P5, P7] */
export function DependsOn(props: { readonly part: FrameworkPart; readonly objective: Objective }): JSX.Element {
  const t = useT()
  createEffect(() => {
    if (props.objective.dependsOn.length > 0) props.part.index.load()
  })
  const unlink = (reference: ObjectiveReference): void =>
    setDependsOn(props.part.model.doc, props.objective.id, reference, false, props.part.model.origin)
  return (
    <Show when={props.objective.dependsOn.length > 0}>
      <div class="framework__links">
        <span class="framework__links-label">{t('plan.framework.dependsOn')}</span>
        <ul role="list">
          <For each={props.objective.dependsOn}>
            {reference => (
              <li>
                <ReferenceLink part={props.part} reference={reference} />
                <Show when={props.part.editable()}>
                  <Button variant="quiet" size="small" icon={X} iconOnly onPress={() => unlink(reference)}>
                    {t('plan.framework.unlink', props.part.index.find(reference)?.code ?? '…')}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

function ReferenceLink(props: { readonly part: FrameworkPart; readonly reference: ObjectiveReference }): JSX.Element {
  const t = useT()
  const target = () => partsOf(props.reference)
  const known = () => props.part.index.find(props.reference)
  return (
    <Show
      when={known()}
      fallback={<span class="framework__lost">{known() === null ? t('plan.framework.lost') : '…'}</span>}
    >
      {objective => (
        <a href={`/sections/${target().sectionId}#element-${target().elementId}`} title={objective().text}>
          <span class="framework__code">{objective().code}</span> {objective().text}
        </a>
      )}
    </Show>
  )
}
