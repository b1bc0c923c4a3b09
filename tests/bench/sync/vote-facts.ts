/** What the server of the measured vote tells its driver. */
export interface VoteFacts {
  readonly motionId: string
  readonly meetingId: string
  readonly digest: string
  readonly voters: readonly { readonly cookie: string; readonly seatId: string }[]
  /** Cookie of the one who closes. */
  readonly chair: string
}
