import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Table } from '#client/ui'
import { differences, type GroupSettings, type SettingDifference } from '#shared/terms'
import { fieldLabel, settingText } from './setting-words.ts'

/** What settings change against others, in words. */
export function RuleDifferences(props: {
  readonly from: GroupSettings
  readonly to: GroupSettings
  /** What the columns show: what is in force, or was; the draft, or a version. */
  readonly fromLabel: string
  readonly toLabel: string
  /** Said where nothing differs. */
  readonly none?: string
}): JSX.Element {
  const t = useT()
  return (
    <Table<SettingDifference>
      dense
      caption={t('terms.rules.differences.caption')}
      columns={[
        {
          key: 'field',
          header: t('terms.rules.differences.field'),
          primary: true,
          cell: ({ field }) => fieldLabel(t, field),
        },
        {
          key: 'from',
          header: props.fromLabel,
          cell: ({ field }) => settingText(t, field, props.from),
        },
        { key: 'to', header: props.toLabel, cell: ({ field }) => <strong>{settingText(t, field, props.to)}</strong> },
      ]}
      rows={differences(props.from, props.to)}
      empty={<p class="ui-small ui-muted">{props.none ?? t('terms.rules.differences.same', props.fromLabel)}</p>}
    />
  )
}
