import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { RadioGroup } from '#client/ui'
import type { GroupKind } from '#shared/group'
import {
  differences,
  presetNames,
  presetSettings,
  valuesOf,
  type GroupSettings,
  type SettingChanges,
} from '#shared/terms'

/** Whole sets of choices to begin from. [G10] */
export function Presets(props: {
  readonly kind: GroupKind
  readonly settings: GroupSettings
  readonly onChoose: (changes: SettingChanges) => void
}): JSX.Element {
  const t = useT()
  const chosen = () =>
    presetNames.find(name => differences(presetSettings(name, props.kind), props.settings).length === 0) ?? null
  return (
    <div class="ui-stack ui-stack--tight">
      <RadioGroup
        legend={t('terms.rules.presets.legend')}
        hint={t('terms.rules.presets.hint')}
        variant="cards"
        options={presetNames.map(value => ({
          value,
          label: t(`terms.rules.presets.${value}.label`),
          hint: t(`terms.rules.presets.${value}.text`),
        }))}
        value={chosen()}
        onChange={name => props.onChoose(valuesOf(presetSettings(name, props.kind)))}
      />
      <Show when={chosen() === null}>
        <p class="ui-small ui-muted">{t('terms.rules.presets.custom')}</p>
      </Show>
    </div>
  )
}
