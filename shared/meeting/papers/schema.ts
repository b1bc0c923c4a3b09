/** Bodies and answers of the routes of papers. Server only: the browser takes their types alone. */
import { z } from 'zod'
import { asId, digestPattern, idPattern, type PaperId } from '#shared/core'

export const newPaper = z.strictObject({
  subjectKind: z.enum(['sectionVersion', 'planVersion', 'minutesVersion', 'termsVersion']),
  subjectId: z.string().regex(idPattern),
})

/** The name may be anything: it is cleaned, not refused. */
export const uploadQuery = z.strictObject({ name: z.string().min(1).max(4096) })

export const paperAnswer = z.object({
  id: z
    .string()
    .regex(idPattern)
    .transform(value => asId<PaperId>(value)),
  name: z.string(),
  digest: z.string().regex(digestPattern),
  /** Whether exactly this was a paper of the item already: nothing was added then. */
  known: z.boolean(),
})

export type NewPaper = z.output<typeof newPaper>
export type PaperAnswer = z.output<typeof paperAnswer>
