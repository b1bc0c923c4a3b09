import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Notice } from '#client/ui'
import { adoptElement, objectivesOf, removeElement, type FrameworkFault } from '#shared/plan/framework'
import type { FrameworkPart } from './framework-part.ts'

/** What has no place in the tree, so that nobody's words vanish and nothing invisible stops a submission. */
export function FrameworkFaults(props: { readonly part: FrameworkPart }): JSX.Element {
  const t = useT()
  const { model } = props.part
  const goal = () => model.tree.goals[0]
  const take = (fault: FrameworkFault, parent: string): void => adoptElement(model.doc, fault.id, parent, model.origin)
  return (
    <Show when={model.tree.faults.length > 0}>
      <Notice tone="notice" title={t('plan.framework.faults.title')}>
        <p>{t('plan.framework.faults.text')}</p>
        <ul class="framework__faults" role="list">
          <For each={model.tree.faults}>
            {fault => (
              <li>
                <q>{fault.text.trim() === '' ? t('plan.framework.faults.blank') : fault.text}</q>
                <Show when={props.part.editable()}>
                  <div class="ui-row ui-row--tight">
                    <Show when={fault.kind !== null && fault.kind !== 'goal' && goal()}>
                      {parent => (
                        <Button size="small" onPress={() => take(fault, parent().id)}>
                          {t('plan.framework.faults.takeGoal')}
                        </Button>
                      )}
                    </Show>
                    <Show when={fault.kind === 'indicator' && objectivesOf(model.tree).at(-1)}>
                      {objective => (
                        <Button size="small" onPress={() => take(fault, objective().id)}>
                          {t('plan.framework.faults.take', objective().letter)}
                        </Button>
                      )}
                    </Show>
                    <Button
                      size="small"
                      variant="danger"
                      onPress={() => removeElement(model.doc, fault.id, model.origin)}
                    >
                      {t('plan.framework.faults.remove')}
                    </Button>
                  </div>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  )
}
