import { createMemo, createSignal, For, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Checkbox, Dialog, TextInput } from '#client/ui'
import { referenceTo, setDependsOn, type Objective } from '#shared/plan/framework'
import type { FrameworkPart } from './framework-part.ts'

/** Chooses what an objective depends on, among all objectives this person may read. [P7] */
export function DependsOnDialog(props: {
  readonly part: FrameworkPart
  readonly objective: Objective
  readonly onClose: () => void
}): JSX.Element {
  const t = useT()
  const [words, setWords] = createSignal('')
  props.part.index.load()
  const found = createMemo(() => {
    const wanted = words().toLocaleLowerCase().split(/\s+/u).filter(Boolean)
    const self = referenceTo(props.part.section.id, props.objective.id)
    return props.part.index.all().filter(({ reference, code, text }) => {
      const said = `${code} ${text}`.toLocaleLowerCase()
      return reference !== self && wanted.every(word => said.includes(word))
    })
  })
  const { doc, origin } = props.part.model
  return (
    <Dialog
      open
      size="medium"
      title={t('plan.framework.link.title', props.objective.letter)}
      description={t('plan.framework.link.text')}
      onClose={props.onClose}
      footer={
        <Button variant="primary" onPress={props.onClose}>
          {t('plan.framework.link.done')}
        </Button>
      }
    >
      <div class="ui-stack">
        <TextInput
          label={t('plan.framework.link.search')}
          hint={t('plan.framework.link.hint')}
          type="search"
          value={words()}
          onInput={setWords}
        />
        <ul class="framework__choices" role="list">
          <For each={found()} fallback={<li class="ui-muted">{t('plan.framework.link.none')}</li>}>
            {({ reference, code, text }) => (
              <li>
                <Checkbox
                  label={`${code} ${text}`}
                  checked={props.objective.dependsOn.includes(reference)}
                  onChange={depends => setDependsOn(doc, props.objective.id, reference, depends, origin)}
                />
              </li>
            )}
          </For>
        </ul>
      </div>
    </Dialog>
  )
}
