/** The long way of a text through its group: over the objection of the NGO seats, to its certification. */
import { sure, type House } from './house.ts'

interface Way {
  readonly house: House
  readonly chair: string
  /** Head of an NGO seat of the group. */
  readonly ngoHead: string
}

/** Returned, reconciled, and adopted over their objection. @returns the second vote's id */
export async function adoptOverObjection(
  { house, chair, ngoHead }: Way,
  subjectKind: Parameters<House['openVote']>[1],
  subjectId: string,
): Promise<string> {
  const opposed = async () => {
    const motionId = await house.openVote(chair, subjectKind, subjectId)
    await house.castOpposed(motionId, chair)
    await sure(house.close(chair, motionId))
    return motionId
  }
  const first = await opposed()
  await sure(house.together(first, { act: 'reconcile', text: 'The next plan names the shelters.' }, chair, ngoHead))
  return opposed()
}

/** Each objecting seat speaks through its head. */
export async function fileStatement(
  house: House,
  motionId: string,
  role: string,
  kind: string,
  text: string,
): Promise<void> {
  const { mayState } = await sure(house.as(role, 'GET', `/api/motions/${motionId}/after`))
  await sure(house.as(role, 'POST', `/api/motions/${motionId}/statements`, { seatId: mayState[0].seatId, kind, text }))
}

export const certify = (house: House, motionId: string, chair: string) =>
  sure(house.together(motionId, { act: 'certify', text: '' }, chair, 'secretariat'))
