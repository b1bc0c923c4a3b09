/** What the schema cannot see: whether the parts of a set-up fit each other. */
import { defaultThematicGroups, nwgComposition, type CompositionLine } from '#shared/group'
import { isGuessablePassword } from '#shared/people'
import type { SetupBody } from '#shared/people/schema'
import type { InputError, Problem } from '#shared/problem'

export function lineOf(key: string): CompositionLine | undefined {
  return nwgComposition.find(line => line.key === key)
}

/**
 * - `password-guessable`
 * - `invalid-input`: an unknown or repeated line or group, a seat in a thematic group for a line that nobody fills, a
 *   chair without a seat there
 */
export function setupRefusal(body: SetupBody): Problem | null {
  const { secretariat } = body
  if (isGuessablePassword(secretariat.password, secretariat)) return { type: 'password-guessable' }
  const errors = [...lineErrors(body), ...groupErrors(body)]
  return errors.length === 0 ? null : { type: 'invalid-input', errors }
}

function lineErrors(body: SetupBody): InputError[] {
  const keys = body.lines.map(line => line.key)
  return keys.flatMap((key, index) => {
    const path = `/lines/${index}/key`
    if (!lineOf(key)) return [{ path, message: 'no line of the composition' }]
    return keys.indexOf(key) === index ? [] : [{ path, message: 'given before' }]
  })
}

function groupErrors(body: SetupBody): InputError[] {
  const filled = body.lines.filter(line => line.state === 'filled').map(line => line.key)
  const codes = body.thematicGroups.map(group => group.code)
  return body.thematicGroups.flatMap((group, index) => {
    const path = `/thematicGroups/${index}`
    const errors: InputError[] = []
    if (!defaultThematicGroups.some(known => known.code === group.code) || codes.indexOf(group.code) !== index) {
      errors.push({ path: `${path}/code`, message: 'no thematic group, or given before' })
    }
    group.lines.forEach((key, at) => {
      if (filled.includes(key) && group.lines.indexOf(key) === at) return
      errors.push({ path: `${path}/lines/${at}`, message: 'a line that is filled, once' })
    })
    if (group.chairLine !== null && !group.lines.includes(group.chairLine)) {
      errors.push({ path: `${path}/chairLine`, message: 'one of the group’s own lines' })
    }
    return errors
  })
}
