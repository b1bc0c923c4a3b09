import type { PersonId } from '#shared/core'

/** How the seats decide. */
export const methodNames = ['BALLOT', 'CONSENSUS', 'SILENCE', 'SECRET'] as const
export type MethodName = (typeof methodNames)[number]

/** Frozen at opening; a vote by ballots, as most are, names none. */
export type Method =
  /** Adopted unless a seat blocks; then the chair may call a vote. [V10] */
  | { readonly name: 'CONSENSUS' }
  /** Adopted unless a seat breaks the silence; not for what a body says for the first time. [V11] */
  | { readonly name: 'SILENCE'; readonly firstAdoption: boolean }
  /** Elects a person. [V12] */
  | { readonly name: 'SECRET'; readonly candidates: readonly PersonId[] }
