/**
 * What to take when.
 *
 * A whole server, for integration and browser tests:
 *   server            it runs on a free port, over a data folder of its own      damage      over data that is spoilt
 *   house             its demonstration accounts call the API; a text goes through its group
 *   over-objection    … against the NGO seats, to its certification
 *   demo-meeting      the NWG meets: convened over the API, or already in session
 *   live-text         somebody writes into a text
 *
 * A database without a server, for tests beside the services:
 *   temp-deps         empty                                    door                people sign in, routes without a socket
 *   earlier-release   as a release before this one left it
 *   plan-workspace    both plans, persons of every sort        vote-workspace      the NWG with seats s1 … p1 votes
 *   meeting-workspace the same NWG prepares a meeting and holds it, by its acts
 *   minutes-workspace … and writes, circulates and seals the minutes
 *   stored-meeting    a meeting in any state, put straight into either kind of database
 *
 * Without a database: sync-room, virtual-time, random-vote and second-count, authenticator, signer, witness, zip.
 */
export { demoPassword, startTestServer, type TestServer, type TestServerOptions } from './server.ts'
export { spoilText } from './damage.ts'
export { openText, type LiveText } from './live-text.ts'
export { enterHouse, sure, type House } from './house.ts'
export { adoptOverObjection, certify, fileStatement } from './over-objection.ts'
export {
  adjournSitting,
  beginSitting,
  checkInAll,
  conveneMeeting,
  type ConvenedMeeting,
  type DemoItem,
  type SittingFacts,
} from './demo-meeting.ts'
export type { Sitting } from './stored-meeting.ts'
