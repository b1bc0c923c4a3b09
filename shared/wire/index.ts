export { closeCodes, isFinalClose, type CloseCode } from './close-codes.ts'
export { liveTopics, type LiveMessage, type LiveTopic } from './live.ts'
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
