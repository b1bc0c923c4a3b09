export { MeetingStateTag } from './MeetingStateTag.tsx'
export { replyTone } from './replies.ts'
