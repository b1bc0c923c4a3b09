/**
 * Who moves a vote, and whereto: the table of the rules of procedure as data. Whether a move may be made at this moment
 * is said by `preflight` (open), `castBallot` and `deadline.ts` (pause, resume, close) and `decide` (decide, endHold).
 */

export type MotionState =
  | 'prepared'
  | 'open'
  | 'paused'
  | 'closed'
  /** For the NGO seats alone. [V9] */
  | 'held'
  /** Back to its authors after the NGO seats opposed. [V9] */
  | 'returned'
  /** With the outcome it keeps. */
  | 'decided'
  | 'certified'
  | 'published'
  /** For a listed cause; nothing follows. [V13] */
  | 'voided'

/** `chair` of the body that votes, `ngoHead` the head of one of its NGO seats, `system` nobody in person. */
export type Mover = 'chair' | 'secretariat' | 'ngoHead' | 'system'

type Move = {
  readonly to: readonly MotionState[]
  /** Alternatives, each of movers who act together: `[['chair']]` is the chair, `[['chair', 'secretariat']]` both. */
  readonly by: readonly (readonly Mover[])[]
  /** Further alternatives in a vote by correspondence. */
  readonly byCorrespondence?: readonly (readonly Mover[])[]
}

const voided = { to: ['voided'], by: [['chair', 'secretariat']] } as const

export const motionMoves = {
  prepared: { open: { to: ['open'], by: [['chair']], byCorrespondence: [['secretariat']] } },
  open: {
    pause: { to: ['paused'], by: [['secretariat', 'chair']] },
    close: { to: ['closed'], by: [['system'], ['chair']] },
    void: voided,
  },
  paused: { resume: { to: ['open'], by: [['secretariat', 'chair']] }, void: voided },
  closed: { decide: { to: ['decided', 'held', 'returned'], by: [['system']] } },
  held: { endHold: { to: ['decided', 'returned'], by: [['system']] }, void: voided },
  returned: { prepareSecondRound: { to: ['prepared'], by: [['chair', 'ngoHead']] }, void: voided },
  decided: { certify: { to: ['certified'], by: [['chair', 'secretariat']] }, void: voided },
  certified: { publish: { to: ['published'], by: [['secretariat']] } },
  published: {},
  voided: {},
} as const satisfies Record<MotionState, { readonly [move: string]: Move }>

export type MotionMove = { [S in MotionState]: keyof (typeof motionMoves)[S] }[MotionState]

type MoveTable = { readonly [S in MotionState]: { readonly [M in MotionMove]?: Move } }
const moves: MoveTable = motionMoves

/**
 * Whether these movers, acting together, may make a move. Whoever is not named may not.
 *
 * @param movers the capacities in which those persons act; acting together takes a person for each
 */
export function mayMove(
  from: MotionState,
  move: MotionMove,
  movers: readonly Mover[],
  mode: 'meeting' | 'correspondence',
): boolean {
  const row = moves[from][move]
  if (row === undefined) return false
  const alternatives = mode === 'correspondence' ? [...row.by, ...(row.byCorrespondence ?? [])] : row.by
  return alternatives.some(together => together.every(mover => movers.includes(mover)))
}
