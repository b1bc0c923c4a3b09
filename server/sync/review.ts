import { closeCodes } from '#shared/wire'
import type { SyncAccess } from './access.ts'
import { admit, writeRefusal, type Admission } from './admission.ts'
import type { Connection } from './connection.ts'

/**
 * Asks again what a connection may do. Until there is an answer nothing of it is committed; a right that was lost closes
 * the socket, and one that was gained holds from then on.
 *
 * @param settled told when text of this connection may go on, or is to be dropped
 */
export async function review(connection: Connection, access: SyncAccess, settled: () => void): Promise<void> {
  connection.underReview = true
  const number = ++connection.review
  const { documentId } = connection.room
  const admission = await admit(access, { kind: 'document', documentId }, connection.cookie)
  // A later question decides.
  if (number !== connection.review) return
  connection.underReview = false
  apply(connection, admission)
  settled()
}

function apply(connection: Connection, admission: Admission): void {
  if (!admission.ok) {
    // The person had the text open: that it exists is no secret.
    const lost = admission.code === closeCodes.noSuchDocument
    return connection.close(lost ? closeCodes.notPermitted : admission.code, 'access lost')
  }
  if (admission.identity.sessionHash !== connection.identity.sessionHash) {
    return connection.close(closeCodes.signInAgain, 'another session')
  }
  if (connection.mayWrite && admission.right.access !== 'edit') {
    return connection.close(writeRefusal(admission.right), 'may no longer write')
  }
  connection.identity = admission.identity
  connection.right = admission.right
}
