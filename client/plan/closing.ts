import { can } from '#shared/access'
import type { SectionEntry } from '../api/plan.ts'
import { useActor } from './actor.ts'

/** Whether the reader closes this section's text for writing and opens it again, by the same table as the server. */
export function createMayClose(section: () => Pick<SectionEntry, 'group'>): () => boolean {
  const actor = useActor()
  return () => {
    const { group } = section()
    return can(actor(), 'section.closeText', { groupId: group.id, groupKind: group.kind })
  }
}

/** Whether the reader opens a text again of which a part could not be read, and sees what was set aside of it. */
export function createMayResume(section: () => Pick<SectionEntry, 'group'>): () => boolean {
  const actor = useActor()
  return () => {
    const { group } = section()
    return can(actor(), 'section.resumeText', { groupId: group.id, groupKind: group.kind })
  }
}
