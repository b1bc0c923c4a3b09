/**
 * First number of every frame on `/sync/<documentId>`. 0 to 3 are y-protocols' own; both ends ignore numbers they do
 * not know. From 80 on they are this server's, sent only on sockets opened with `?ack=1`.
 */
export const messageSync = 0
export const messageAwareness = 1
export const messageQueryAwareness = 3

/**
 * Acknowledgement, server to client: `[80, varUint sequence, varUint frames]` — the log's last committed sequence number
 * of this document, and how many of this socket's text-bearing frames (sync step 2 and update) are stored or held nothing
 * new. A client whose own count of such frames equals `frames` has everything it typed on disk.
 */
export const messageAck = 80

/**
 * Standing of the text, server to client: `[81, varUint epoch, varUint bytes, varUint limitBytes]`. The first frame of a
 * socket, and again when `bytes` has passed a tenth of the limit more. A text that is set back begins another epoch; a
 * client that comes back with words of an earlier one says so with `?epoch=`, and is told 4409 rather than merged.
 */
export const messageStanding = 81

/** From this share of its limit on, a text's writers are warned. */
export const sizeWarningShare = 0.8

/**
 * Rest: `[82, varUint sequence, varString hash]`. Server to client when nobody has written for a while: the hash of the
 * content (`restHash`) with all that is committed up to `sequence`. A client that has the same text and another hash
 * answers with its own, and opens the text afresh.
 */
export const messageRest = 82
