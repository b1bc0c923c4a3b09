import { For, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Checkbox, Select } from '#client/ui'
import { meetingKinds, type MeetingKind } from '#shared/meeting'
import type { GroupSummary } from '../api/group.ts'

export interface WhoMeetsValue {
  readonly kind: MeetingKind
  /** Groups that were ticked beside the one that invites; they count where the kind is of several. */
  readonly further: ReadonlySet<string>
}

type Inviting = Pick<GroupSummary, 'id' | 'kind'>

/** Kind of a meeting, and the groups that meet in it. [M7] */
export function WhoMeets(props: {
  /** The group that invites. */
  readonly group: Inviting
  readonly all: readonly Pick<GroupSummary, 'id' | 'name'>[]
  readonly value: WhoMeetsValue
  readonly onChange: (value: WhoMeetsValue) => void
}): JSX.Element {
  const t = useT()
  const tick = (id: string, meets: boolean): void => {
    const further = new Set(props.value.further)
    if (meets) further.add(id)
    else further.delete(id)
    props.onChange({ ...props.value, further })
  }
  return (
    <>
      <Select
        label={t('meeting.edit.kind')}
        options={kindsOf(props.group).map(value => ({ value, label: t(`meeting.kind.${value}`) }))}
        value={props.value.kind}
        onChange={kind => props.onChange({ ...props.value, kind })}
      />
      <Show when={!isOfOneGroup(props.value.kind)}>
        <fieldset class="ui-stack ui-stack--tight">
          <legend class="ui-field__label">{t('meeting.edit.bodies')}</legend>
          <For each={props.all.filter(one => one.id !== props.group.id)}>
            {one => (
              <Checkbox
                label={one.name}
                checked={props.value.further.has(one.id)}
                onChange={meets => tick(one.id, meets)}
              />
            )}
          </For>
        </fieldset>
      </Show>
    </>
  )
}

/** The kinds that a group can invite to. */
export function kindsOf(group: Pick<GroupSummary, 'kind'>): readonly MeetingKind[] {
  return meetingKinds.filter(kind => !isOfOneGroup(kind) || kind === group.kind)
}

const isOfOneGroup = (kind: MeetingKind): boolean => kind === 'nwg' || kind === 'twg'

/** As the server takes them. */
export function whoSent({ kind, further }: WhoMeetsValue, groupId: string): { kind: MeetingKind; bodies: string[] } {
  return { kind, bodies: isOfOneGroup(kind) ? [] : [...further].filter(id => id !== groupId) }
}

/** Whether these can be sent. */
export function isWhoWhole(value: WhoMeetsValue, groupId: string): boolean {
  return value.kind !== 'joint' || whoSent(value, groupId).bodies.length > 0
}
