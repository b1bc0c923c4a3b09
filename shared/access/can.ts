import { rolesOf, type Actor } from './actor.ts'
import { scopes, type Subject } from './scopes.ts'
import { access, columns, type Action } from './table.ts'

export type { Subject } from './scopes.ts'

/**
 * Whether the person may do this, by the permission table. Nobody may do anything before the duty of confidentiality
 * is confirmed. [D3]
 */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  if (!actor.confidential) return false
  return rolesOf(actor).some(role => scopes[access[action][columns[role]]](actor, subject, role))
}
