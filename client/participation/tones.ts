import type { Tone } from '#client/ui'
import type { Constituency } from '#shared/group'
import type { AuthorKind } from '#shared/participation'

export const constituencyTone = {
  STATE: 'state',
  NGO: 'ngo',
  PARTNER: 'partner',
  OBSERVER: 'observer',
} as const satisfies Record<Constituency, Tone>

export const authorTone = {
  STATE: 'state',
  NGO: 'ngo',
  PARTNER: 'partner',
  OFFICE: 'accent',
  TEMPLATE: 'waived',
  UNKNOWN: 'notice',
} as const satisfies Record<AuthorKind, Tone>
