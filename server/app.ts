/** The composition root: every part, and what it needs of the others. */
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Server } from 'node:http'
import { asId } from '#shared/core'
import {
  amendableVersionSubject,
  amendmentChecks,
  amendmentRoutes,
  amendmentSubject,
  overtakeAll,
} from '#server/amendment'
import { actionRoutes } from '#server/action'
import { calendarFeedRoutes, calendarRoutes } from '#server/calendar'
import { decisionRoutes } from '#server/decision'
import { documentRoutes } from '#server/document'
import { electionRoutes, electionSubject } from '#server/election'
import {
  endorsementChecks,
  endorsementRoutes,
  heldByPlans,
  planVersionSubject,
  startNotingClock,
} from '#server/endorsement'
import { groupRoutes, loadActor } from '#server/group'
import { homeRoutes } from '#server/home'
import {
  answerError,
  createRateLimiter,
  createRouter,
  crossSite,
  describeApi,
  idempotency,
  identity,
  notStored,
  rateLimit,
  refuse,
  requestId,
  requireSignIn,
  securityHeaders,
  serveClient,
  unicodeBody,
  type AppEnv,
} from '#server/http'
import {
  conveningRoutes,
  createFloorCache,
  meetingFigureRoutes,
  meetingRoutes,
  meetingUnderWay,
  paperChecks,
  paperRoutes,
  prepareFiles,
  roomRoutes,
  uploadRoutes,
  writeFloor,
  type MeetingParts,
} from '#server/meeting'
import {
  createMinutesThreads,
  createTexts,
  minutesAccess,
  minutesChecks,
  minutesDocuments,
  minutesExportRoutes,
  minutesPort,
  minutesRoutes,
  minutesVersionSubject,
  type MinutesParts,
} from '#server/minutes'
import {
  afterVoteRoutes,
  motionChecks,
  motionRoutes,
  motionVotes,
  shutOutCasting,
  startMotionCloser,
  type MotionSubjects,
} from '#server/motion'
import { createParticipationThreads, participationRoutes } from '#server/participation'
import { peopleRoutes } from '#server/people'
import { planChecks, planRoutes, readDocuments, sectionAccess, type PlanDeps } from '#server/plan'
import { publicationRoutes } from '#server/publication'
import { growOlderRecord, recordLogRoutes, recordRoutes, startCheckpointer, witnessRoutes } from '#server/record'
import { findWorkspace, identify, openSessionRoutes, sessionRoutes } from '#server/session'
import { ensureSetupToken, setupRoutes } from '#server/setup'
import { adoptOlderTexts, createSyncServer } from '#server/sync'
import { beginTerms, termsAccess, termsChecks, termsDocuments, termsRoutes, termsVersionSubject } from '#server/terms'
import { isLoopback } from './config.ts'
import type { Deps } from './deps.ts'
import { seedDemo } from './demo/index.ts'
import { homeSources } from './home-sources.ts'
import { StartRefusal } from './start-refusal.ts'

/** Largest request body. Texts live in the sync plane; requests are small. */
const bodyLimitBytes = 256 * 1024

export interface App {
  fetch(request: Request, env: unknown): Response | Promise<Response>
  /** One-time link for the Secretariat, while the workspace is not set up. */
  readonly setupLink: string | null
  close(): Promise<void>
}

/**
 * @throws StartRefusal for a workspace that is not to be served like this
 * @param root folder of package.json, where the built client is found
 * @param server whose WebSocket upgrades the sync plane takes
 */
export async function createApp(deps: Deps, root: string, server: Server): Promise<App> {
  await refuseMisplaced(deps)
  await prepareFiles(deps.config.dataFolder)
  await growOlderRecord(deps)
  const checkpointer = startCheckpointer(deps)
  const whoAsks = identify(deps)
  const subjects: MotionSubjects = {
    sectionVersion: heldByPlans(amendableVersionSubject),
    planVersion: planVersionSubject,
    minutesVersion: minutesVersionSubject,
    termsVersion: termsVersionSubject,
    election: electionSubject,
    amendment: amendmentSubject,
  }
  const meetingParts: MeetingParts = { subjects, minutes: minutesPort }
  const minutesThreads = createMinutesThreads()
  const participationThreads = createParticipationThreads()
  const minutesParts: MinutesParts = { subjects, texts: createTexts(minutesThreads) }
  // Before the sync plane, which asks for what this one has dropped.
  const floors = createFloorCache(deps, meetingParts)
  const sync = createSyncServer(deps, {
    async authenticate(cookie) {
      const { identity } = await whoAsks(cookie)
      return identity?.actor.confidential ? identity : null
    },
    async documentAccess({ personId }, documentId) {
      const actor = await loadActor(deps.read, personId, deps.now())
      return (
        (await sectionAccess(deps.read, actor, documentId)) ??
        (await termsAccess(deps.read, actor, documentId)) ??
        minutesAccess(deps, actor, documentId)
      )
    },
    async mayFollow({ personId }, meetingId) {
      return floors.mayFollow(await loadActor(deps.read, personId, deps.now()), asId(meetingId))
    },
    async readFloor(meetingId) {
      const known = await floors.read(asId(meetingId))
      return known && { same: known.written, readers: known.readers, write: () => writeFloor(known, deps.now()) }
    },
  })
  const planDeps: PlanDeps = {
    ...deps,
    readDocument: sync.readDocument,
    versionWithdrawn: (tx, versionId) => overtakeAll(tx, deps, versionId),
  }
  const checks = [
    ...planChecks,
    ...amendmentChecks,
    ...motionChecks,
    ...termsChecks,
    ...minutesChecks,
    ...endorsementChecks,
    ...paperChecks(deps.config.dataFolder),
  ]

  const api = createRouter()
  api.use(requestId, notStored, identity(whoAsks), crossSite(deps.config.origin))
  if (deps.config.limits) api.use(rateLimit(createRateLimiter({ burst: 120, perSecond: 20 }, deps.now)))
  // Files are streamed to disk; everything below reads bodies whole, and they are small.
  api.route('/', uploadRoutes(deps))
  api.use(bodyLimit({ maxSize: bodyLimitBytes, onError: refuseBody }))
  api.use(unicodeBody, idempotency(deps))
  api.route('/', openSessionRoutes(deps))
  api.route('/', setupRoutes(planDeps))
  api.route('/', recordLogRoutes(deps))
  describeApi(api)
  api.route('/', shutOutCasting(deps))
  api.use(requireSignIn)
  api.route('/', sessionRoutes(deps))
  api.route('/', peopleRoutes(deps))
  api.route('/', groupRoutes(deps))
  api.route('/', planRoutes(planDeps))
  api.route('/', amendmentRoutes(deps))
  api.route('/', documentRoutes(deps, [readDocuments, termsDocuments, minutesDocuments]))
  api.route('/', termsRoutes(deps))
  api.route('/', motionRoutes(deps, subjects, { underWay: meetingUnderWay }))
  api.route('/', electionRoutes(deps))
  api.route('/', afterVoteRoutes(deps, subjects))
  api.route('/', meetingRoutes(deps, meetingParts, floors))
  api.route('/', roomRoutes(deps, meetingParts))
  api.route('/', conveningRoutes(deps, meetingParts))
  api.route('/', minutesRoutes(deps, minutesParts))
  api.route('/', meetingFigureRoutes(deps))
  api.route('/', participationRoutes(deps, participationThreads))
  api.route('/', actionRoutes(deps, meetingParts))
  api.route('/', decisionRoutes(deps, meetingParts))
  api.route('/', minutesExportRoutes(deps, minutesParts, minutesThreads))
  api.route('/', paperRoutes(deps, subjects))
  api.route('/', calendarRoutes(deps))
  api.route('/', endorsementRoutes(deps))
  api.route('/', recordRoutes(deps, checks, motionVotes))
  api.route('/', witnessRoutes(deps, checkpointer.refusal))
  api.route('/', homeRoutes(deps, homeSources(deps, meetingParts, checkpointer.refusal)))
  // Not `notFound`: mounted below another router, the address would be handed on to the client's page.
  api.all('*', c => refuse(c, { type: 'not-found' }))

  const app = new Hono<AppEnv>()
  app.use(securityHeaders(deps.config.origin))
  app.onError(answerError(deps.log))
  app.get('/healthz', c => c.json({ status: 'ok' }))
  app.route('/api', api)
  app.route('/published', publicationRoutes(deps, root))
  app.route('/calendar', calendarFeedRoutes(deps))
  serveClient(app, root)

  if (deps.config.demoPassword !== null) await seedDemo(planDeps, meetingParts, deps.config.demoPassword)
  const setupToken = await ensureSetupToken(deps)
  await adoptOlderTexts(deps)
  await beginTerms(deps)
  sync.attach(server)
  const closer = startMotionCloser(deps, subjects)
  const noting = startNotingClock(deps)

  return {
    fetch: (request, env) => app.fetch(request, env),
    setupLink: setupToken === null ? null : `${deps.config.origin}/setup?token=${setupToken}`,
    async close() {
      await closer.stop()
      await noting.stop()
      await sync.close()
      minutesThreads.close()
      participationThreads.close()
      await checkpointer.stop()
      floors.close()
    },
  }
}

/** Everybody knows the demonstration's password: it is not served to a network, nor people's own work taken for it. */
async function refuseMisplaced({ read, config }: Deps): Promise<void> {
  const workspace = await findWorkspace(read)
  if (!workspace) return
  if (workspace.demo && !isLoopback(config.host)) {
    throw new StartRefusal(
      `${config.dataFolder} holds the demonstration workspace, which is served on loopback only: set PLENARY_DATA to another folder, or HOST to 127.0.0.1.`,
    )
  }
  if (!workspace.demo && config.demoPassword !== null) {
    throw new StartRefusal(
      `${config.dataFolder} holds a workspace that is no demonstration: set PLENARY_DATA to another folder, or leave PLENARY_DEMO out.`,
    )
  }
}

/** The rest of the body is not read, so that nothing else can come over this connection. */
function refuseBody(c: Context): Response {
  c.header('connection', 'close')
  return refuse(c, { type: 'too-large', limitBytes: bodyLimitBytes })
}
