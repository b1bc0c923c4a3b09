/** What `GET /documents` gives: the live texts of every kind. */
import { z } from 'zod'
import { asId, idPattern, type GroupId } from '#shared/core'

const id = z.string().regex(idPattern)

export const documentSchema = z.strictObject({
  id,
  /** Of a plan section; of a meeting's minutes: an item's, or the general remarks; of terms of reference. */
  kind: z.enum(['section', 'minutes', 'terms']),
  code: z.string(),
  title: z.string(),
  group: z.strictObject({ id: id.transform(value => asId<GroupId>(value)), name: z.string() }),
  access: z.enum(['edit', 'comment', 'read']),
  /**
   * Closed for writing, by somebody or because a part of it could not be read: who else has `edit` has `comment` or `read`
   * for now, and a writer's socket is closed with 4423.
   */
  frozen: z.boolean(),
})
export const documentsSchema = z.array(documentSchema)
export type DocumentEntry = z.output<typeof documentSchema>
