export { closeCodes, isFinalClose, type CloseCode } from './close-codes.ts'
export { liveTopics, type LiveMessage, type LiveTopic } from './live.ts'
export { messageAck, messageAwareness, messageQueryAwareness, messageSync } from './messages.ts'
