import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { Digest } from '#shared/core'
import {
  differences,
  settingFaults,
  withChanges,
  type GroupSettings,
  type SettingChanges,
  type SettingDifference,
  type SettingFault,
  type SettingField,
} from '#shared/terms'
import type { SettingsDraft } from '../api/terms.ts'

/** What the reader changes in the draft of the settings, until it is saved. */
export interface DraftEditing {
  /** The draft as everybody has it, with the reader's changes laid over it. */
  readonly settings: Accessor<GroupSettings>
  readonly edited: Accessor<readonly SettingField[]>
  readonly changes: Accessor<SettingChanges>
  /** Digest of the draft that the changes were made on. */
  readonly base: Accessor<Digest>
  readonly faults: Accessor<readonly SettingFault[]>
  /** What others have changed since the reader began; none while nothing is edited. */
  readonly movedOn: Accessor<readonly SettingDifference[]>
  change(changes: SettingChanges): void
  /** The reader has seen what others changed: their own changes are made on that. */
  acknowledge(): void
  discard(): void
}

/** Changes are kept by field, so that what others do to the other fields shows at once and is not undone. */
export function createDraftEditing(saved: Accessor<SettingsDraft>): DraftEditing {
  const [changes, setChanges] = createSignal<SettingChanges>({})
  const [begun, setBegun] = createSignal<SettingsDraft | null>(null)
  const settings = createMemo(() => withChanges(saved().draft, changes()))
  const edited = createMemo(() => differences(saved().draft, settings()).map(({ field }) => field))
  const base = (): SettingsDraft => (edited().length === 0 ? saved() : (begun() ?? saved()))
  return {
    settings,
    edited,
    changes: () => onlyOf(changes(), edited()),
    base: () => base().digest,
    faults: createMemo(() => settingFaults(settings())),
    movedOn: createMemo(() => differences(base().draft, saved().draft)),
    change(next) {
      if (edited().length === 0) setBegun(saved())
      setChanges(last => ({ ...last, ...next }))
    },
    acknowledge: () => void setBegun(saved()),
    discard() {
      setChanges({})
      setBegun(null)
    },
  }
}

function onlyOf(changes: SettingChanges, fields: readonly SettingField[]): SettingChanges {
  const kept: readonly string[] = fields
  return Object.fromEntries(Object.entries(changes).filter(([field]) => kept.includes(field)))
}
