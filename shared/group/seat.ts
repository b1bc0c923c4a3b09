/** A seat's constituency decides whether it votes; nothing else does. [G3, G4, G5] */
export const constituencies = ['STATE', 'NGO', 'PARTNER', 'OBSERVER'] as const
export type Constituency = (typeof constituencies)[number]

export type GroupKind = 'nwg' | 'twg'

/** Who speaks for a seat, and who may when the head is away. */
export type RepresentativeRank = 'head' | 'alternate'

/** International organisations observe: weight 0, always. NGO seats vote, always; no setting turns it off. [G4, G5] */
export function isVoting(constituency: Constituency): boolean {
  return constituency !== 'OBSERVER'
}

/** Persons who may stand in for the head of one seat. A count. [G3] */
export const alternatesPerSeat = 3
