export { Fetched } from './Fetched.tsx'
export { nextAddress, nextQuery } from './next.ts'
export { ShellSlot, type SlotName } from './ShellSlot.tsx'
export { useMe, useSession, type Session } from './session.tsx'
