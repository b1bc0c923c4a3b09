export { useActor } from './actor.ts'
export { VersionTag } from './StandingTag.tsx'
export { SubmitExactly } from './SubmitExactly.tsx'
export { VersionActs } from './VersionActs.tsx'
