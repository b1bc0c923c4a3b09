/** Why the server closes a socket. 44xx: do not try again; 1013 and 45xx: try again later. */
export const closeCodes = {
  malformed: 4400,
  signInAgain: 4401,
  notPermitted: 4403,
  noSuchDocument: 4404,
  otherEpoch: 4409,
  tooLarge: 4413,
  frozen: 4423,
  tryAgainLater: 1013,
  notStored: 4500,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

export function isFinalClose(code: number): boolean {
  return code >= 4400 && code < 4500
}
