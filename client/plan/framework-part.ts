import type { ElementKind } from '#shared/plan/framework'
import type { FrameworkModel } from './framework-model.ts'
import type { ObjectiveIndex } from './objective-index.ts'

/** What every part of the framework panel needs. */
export interface FrameworkPart {
  readonly model: FrameworkModel
  readonly index: ObjectiveIndex
  readonly section: { readonly id: string; readonly code: string }
  readonly editable: () => boolean
  /** The element whose field takes the focus when it appears. */
  readonly wanted: () => string | null
  /** The element that the address leads to. */
  readonly found: () => string | null
  add(kind: ElementKind, parent: string | null): void
  move(id: string, direction: 'up' | 'down'): void
  /** @param what names the element in the message that tells of its removal */
  remove(id: string, what: string): void
}
