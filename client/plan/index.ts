export { useActor } from './actor.ts'
export { VersionTag } from './StandingTag.tsx'
