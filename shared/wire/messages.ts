/**
 * First number of every frame on `/sync/<documentId>`. 0 to 3 are y-protocols' own; both ends ignore numbers they do
 * not know.
 */
export const messageSync = 0
export const messageAwareness = 1
export const messageQueryAwareness = 3

/**
 * Acknowledgement, server to client, only on sockets opened with `?ack=1`:
 * `[80, varUint sequence, varUint frames]` — the log's last committed sequence number of this document, and how many of
 * this socket's text-bearing frames (sync step 2 and update) are stored or held nothing new. A client whose own count
 * of such frames equals `frames` has everything it typed on disk.
 */
export const messageAck = 80
