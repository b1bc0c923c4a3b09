export { closeCodes, isFinalClose, type CloseCode } from './close-codes.ts'
export {
  floorTopic,
  liveTopics,
  type FloorMessage,
  type FollowMessage,
  type LiveMessage,
  type LiveTopic,
} from './live.ts'
export {
  messageAck,
  messageAwareness,
  messageQueryAwareness,
  messageRest,
  messageStanding,
  messageSync,
  sizeWarningShare,
} from './messages.ts'
export { restHash } from './rest-hash.ts'
