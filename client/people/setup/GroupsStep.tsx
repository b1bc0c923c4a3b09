import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, Checkbox, Notice, Panel, Select } from '#client/ui'
import { defaultThematicGroups, type CompositionLine, type ThematicGroupCode } from '#shared/group'
import { canChair, filledLines, membersOf } from './form.ts'
import type { StepProps } from './step.ts'

const noChair = '-'

/** Members and chairs of the thematic groups, out of the organisations of the NWG. [G6, G8] */
export function GroupsStep(props: StepProps): JSX.Element {
  const t = useT()
  return (
    <>
      <p>{t('people.setup.groups.text')}</p>
      <Show
        when={filledLines(props.form).length > 0}
        fallback={<Notice tone="info" standing when={t('people.setup.groups.none')} />}
      >
        <For each={defaultThematicGroups}>{group => <GroupPanel {...props} code={group.code} name={group.name} />}</For>
      </Show>
    </>
  )
}

function GroupPanel(props: StepProps & { readonly code: ThematicGroupCode; readonly name: string }): JSX.Element {
  const t = useT()
  const chosen = (): readonly CompositionLine[] => membersOf(props.form, props.code)
  const isMember = (line: CompositionLine): boolean => chosen().includes(line)
  const chairs = (): readonly CompositionLine[] =>
    chosen().filter(line => line.constituency !== 'OBSERVER' && canChair(props.form, line))
  const chair = (): string =>
    chairs().find(line => line.key === props.form.groups[props.code].chairLine)?.key ?? noChair
  const toggle = (line: CompositionLine, member: boolean): void => {
    const others = props.form.groups[props.code].lines.filter(key => key !== line.key)
    props.set('groups', props.code, 'lines', member ? [...others, line.key] : others)
  }
  return (
    <Panel
      title={props.name}
      actions={
        <Show when={chosen().length > 0 && !chosen().some(line => line.constituency === 'NGO')}>
          <Badge tone="notice">{t('people.setup.groups.ngoMissing')}</Badge>
        </Show>
      }
    >
      <fieldset class="setup-members">
        <legend class="ui-field__label">{t('people.setup.groups.members')}</legend>
        <For each={filledLines(props.form)}>
          {line => (
            <Checkbox
              label={props.form.lines[line.key].organisationName || line.label}
              checked={isMember(line)}
              onChange={member => toggle(line, member)}
            />
          )}
        </For>
      </fieldset>
      <Show when={chosen().length > 0}>
        <Select
          label={t('people.setup.groups.chair')}
          hint={t('people.setup.groups.chairHint')}
          options={[
            { value: noChair, label: t('people.setup.groups.noChair') },
            ...chairs().map(line => ({
              value: line.key,
              label: `${props.form.lines[line.key].head.name} (${props.form.lines[line.key].organisationName})`,
            })),
          ]}
          value={chair()}
          onChange={key =>
            props.set('groups', props.code, 'chairLine', chairs().find(line => line.key === key)?.key ?? null)
          }
        />
      </Show>
    </Panel>
  )
}
