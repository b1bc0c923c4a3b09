import type { Me } from '#shared/people'

/**
 * Who is signed in.
 *
 * @returns null when nobody is
 * @throws when the server cannot be reached or does not answer as it should
 */
export async function fetchMe(): Promise<Me | null> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } })
  if (response.status === 401) return null
  if (!response.ok) throw new Error(`GET /api/me answered ${response.status}`)
  return response.json()
}

/** Ends this browser's session on the server. */
export async function endSession(): Promise<void> {
  const response = await fetch('/api/session', { method: 'DELETE' })
  if (!response.ok && response.status !== 401) throw new Error(`DELETE /api/session answered ${response.status}`)
}
