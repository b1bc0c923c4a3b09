/** Who is invited: everybody of one group or of several, or those whom the kind names. [M7] */
export const meetingKinds = ['nwg', 'twg', 'joint', 'chairs', 'donors', 'partners'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const itemTypes = [
  'information',
  'discussion',
  /** On a section version or a plan version, by its digest. [V4] */
  'decision',
  'election',
  /** The minutes of an earlier meeting, by their digest. [M5] */
  'minutesApproval',
  'anyOtherBusiness',
] as const
export type ItemType = (typeof itemTypes)[number]

/** What a person puts on an agenda: the approval of minutes is put there by the system alone. */
export const writtenItemTypes = itemTypes.filter(type => type !== 'minutesApproval')
export type WrittenItemType = (typeof writtenItemTypes)[number]

/**
 * `planned` until it is current for the first time, `open` from then on; `postponed` to the next meeting, where it is
 * proposed and not moved. [M2]
 */
export const itemStates = ['planned', 'open', 'finished', 'postponed'] as const
export type ItemState = (typeof itemStates)[number]

/** How a person takes part. `room`: checked in with the code that only the room shows, or by the Secretariat. [M3] */
export const manners = ['room', 'remote'] as const
export type Manner = (typeof manners)[number]

export const replies = ['coming', 'unsure', 'absent'] as const
export type Reply = (typeof replies)[number]

/** A point of order goes before every speech. [M4] */
export const floorKinds = ['speech', 'pointOfOrder'] as const
export type FloorKind = (typeof floorKinds)[number]

export const floorStates = ['waiting', 'speaking', 'spoke', 'withdrawn', 'passedOver'] as const
export type FloorState = (typeof floorStates)[number]
