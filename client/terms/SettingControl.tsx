import { createSignal, Match, Switch, type JSX } from 'solid-js'
import { countText, fieldLabel, shareText } from '#client/frozen-text'
import { useT } from '#client/i18n'
import { RadioGroup, Select, TextInput } from '#client/ui'
import { hourMs, type Fraction } from '#shared/core'
import { ngoPolicies, type Majority } from '#shared/motion'
import {
  compareShares,
  countBounds,
  isCount,
  isMajority,
  isShare,
  isTime,
  majorityChoices,
  timeBounds,
  valuesOf,
  type CountField,
  type GroupSettings,
  type MajorityField,
  type SeatCounts,
  type SettingChanges,
  type SettingField,
  type ShareField,
  type TimeField,
} from '#shared/terms'
import { beginning, policyText, unitOf } from './field-words.ts'

interface Props<F extends SettingField> {
  readonly field: F
  readonly settings: GroupSettings
  readonly seats: SeatCounts
  readonly error: string | undefined
  readonly onChange: (changes: SettingChanges) => void
}

/** Shares that people name; another one that is set already stands among them. */
const usualShares: Readonly<Record<ShareField, readonly Fraction[]>> = {
  quorumMoreThan: shares('1/4 1/3 2/5 1/2 3/5 2/3 3/4'),
  ngoQuorumAtLeast: shares('1/4 1/3 1/2 2/3 3/4 1/1'),
}

/** The choice of one setting, by its sort. */
export function SettingControl(props: Props<SettingField>): JSX.Element {
  return (
    <Switch>
      <Match when={isCount(props.field) && props.field}>{field => <CountControl {...props} field={field()} />}</Match>
      <Match when={isTime(props.field) && props.field}>{field => <TimeControl {...props} field={field()} />}</Match>
      <Match when={isShare(props.field) && props.field}>{field => <ShareControl {...props} field={field()} />}</Match>
      <Match when={isMajority(props.field) && props.field}>
        {field => <MajorityControl {...props} field={field()} />}
      </Match>
      <Match when={props.field === 'ngoPolicy'}>
        <PolicyControl {...props} field="ngoPolicy" />
      </Match>
    </Switch>
  )
}

function CountControl(props: Props<CountField>): JSX.Element {
  const t = useT()
  const options = () => {
    const { least, most } = countBounds[props.field]
    return Array.from({ length: most - least + 1 }, (_, index) => ({
      value: String(least + index),
      label: countText(t, props.field, least + index),
    }))
  }
  return (
    <Select
      label={fieldLabel(t, props.field)}
      hideLabel
      options={options()}
      value={String(valuesOf(props.settings)[props.field])}
      error={props.error}
      onChange={value => props.onChange({ [props.field]: Number(value) })}
    />
  )
}

function TimeControl(props: Props<TimeField>): JSX.Element {
  const t = useT()
  const unit = (): number => unitOf(props.field)
  const present = (): number => valuesOf(props.settings)[props.field] / unit()
  // What is typed stands as it is typed: an empty field is no number, and no zero either.
  const [typed, setTyped] = createSignal<string | null>(null)
  const shown = (): string => {
    const text = typed()
    return text !== null && Number(text) === present() ? text : String(present())
  }
  const isEmpty = (): boolean => typed() === ''
  const type = (text: string): void => {
    setTyped(text)
    const count = Number(text)
    if (text !== '' && Number.isInteger(count)) props.onChange({ [props.field]: count * unit() })
  }
  return (
    <TextInput
      label={fieldLabel(t, props.field)}
      hideLabel
      hint={t(unit() === hourMs ? 'terms.time.inHours' : 'terms.time.inDays')}
      type="number"
      inputMode="numeric"
      min={Math.ceil(timeBounds[props.field].least / unit())}
      max={Math.floor(timeBounds[props.field].most / unit())}
      step={1}
      value={isEmpty() ? '' : shown()}
      error={isEmpty() ? t('terms.faults.not-whole') : props.error}
      onInput={type}
    />
  )
}

function ShareControl(props: Props<ShareField>): JSX.Element {
  const t = useT()
  const present = (): Fraction => valuesOf(props.settings)[props.field]
  const options = () => {
    const known = usualShares[props.field]
    const all = known.some(share => compareShares(share, present()) === 0) ? known : [...known, present()]
    return all
      .toSorted(compareShares)
      .map(share => ({ value: written(share), label: beginning(shareText(t, props.field, share)) }))
  }
  return (
    <Select
      label={fieldLabel(t, props.field)}
      hideLabel
      options={options()}
      value={written(present())}
      error={props.error}
      onChange={value => props.onChange({ [props.field]: readShare(value) })}
    />
  )
}

function MajorityControl(props: Props<MajorityField>): JSX.Element {
  const t = useT()
  return (
    <Select<Majority>
      label={fieldLabel(t, props.field)}
      hideLabel
      options={majorityChoices(props.field).map(value => ({
        value,
        label: beginning(t(`group.rules.majority.${value}`)),
      }))}
      value={valuesOf(props.settings)[props.field]}
      error={props.error}
      onChange={value => props.onChange({ [props.field]: value })}
    />
  )
}

function PolicyControl(props: Props<'ngoPolicy'>): JSX.Element {
  const t = useT()
  return (
    <RadioGroup
      legend={fieldLabel(t, props.field)}
      hideLegend
      variant="list"
      options={ngoPolicies.map(value => ({
        value,
        label: beginning(t(`group.rules.ngoPolicy.${value}`)),
        hint: policyText(t, value, props.settings.rules, props.seats),
      }))}
      value={props.settings.rules.ngoPolicy}
      error={props.error}
      onChange={ngoPolicy => props.onChange({ ngoPolicy })}
    />
  )
}

function shares(text: string): readonly Fraction[] {
  return text.split(' ').map(readShare)
}

function readShare(text: string): Fraction {
  const [numerator = 0, denominator = 1] = text.split('/').map(Number)
  return { numerator, denominator }
}

function written({ numerator, denominator }: Fraction): string {
  return `${numerator}/${denominator}`
}
