import { isId } from '#shared/core'
import type { FollowMessage } from '#shared/wire'

/** @returns null for anything that is not exactly one of the messages a page may send */
export function parseFollow(text: string): FollowMessage | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return null
  if ('follow' in value && isMeeting(value.follow)) return { follow: value.follow }
  if ('unfollow' in value && isMeeting(value.unfollow)) return { unfollow: value.unfollow }
  return null
}

function isMeeting(value: unknown): value is string {
  return typeof value === 'string' && isId(value)
}
