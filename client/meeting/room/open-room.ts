import { createMemo, type Accessor } from 'solid-js'
import { createRoom, type OpenRoom, type Room, type RoomOptions } from './room.ts'

/** A room, and the same once its floor has come. Once there it stays: what it holds is changed in place. */
export function createOpenRoom(
  id: string,
  options?: RoomOptions,
): { readonly room: Room; readonly open: Accessor<OpenRoom | null> } {
  const room = createRoom(id, options)
  const open = createMemo<OpenRoom | null>(last => {
    const [first, own] = [room.floor(), room.mine()]
    if (last || !first || !own) return last
    return { ...room, floor: () => room.floor() ?? first, mine: () => room.mine() ?? own }
  }, null)
  return { room, open }
}
