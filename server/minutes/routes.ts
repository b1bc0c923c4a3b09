import { createRoute, z } from '@hono/zod-openapi'
import type { CorrectionId, DocumentId, GroupId, MeetingId, MinutesId, MinutesVersionId } from '#shared/core'
import {
  chainAnswer,
  circulationBody,
  correctionBody,
  createdAnswer,
  dispositionBody,
  erratumBody,
  minutesAnswer,
  minutesComparisonAnswer,
  minutesComparisonQuery,
  minutesVersionAnswer,
  minuteTakersBody,
  statementBody,
} from '#shared/minutes/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { readChain } from './chain.ts'
import { circulateMinutes, takeUpMinutes } from './circulating.ts'
import { readMinutesComparison } from './comparison.ts'
import { disposeOfCorrection, proposeCorrection } from './correcting.ts'
import { addErratum } from './errata.ts'
import type { MinutesParts } from './freezing.ts'
import { readMinutes } from './reading.ts'
import { resumeMinutesText } from './resuming.ts'
import { fileStatement } from './statements.ts'
import { appointMinuteTakers } from './takers.ts'
import { meetingOfVersion } from './version-place.ts'

export type MinutesRoutes = ReturnType<typeof minutesRoutes>

const tags = ['Minutes']
const meetingPath = z.object({ id: idSchema<MeetingId>() })
const minutesPath = z.object({ id: idSchema<MinutesId>() })
const correctionPath = z.object({ id: idSchema<CorrectionId>() })
const versionPath = z.object({ id: idSchema<MinutesVersionId>() })
const textPath = z.object({ id: idSchema<DocumentId>() })
const groupPath = z.object({ id: idSchema<GroupId>() })

/** Minutes from their first word to their seal. [M5] */
export function minutesRoutes(deps: Deps, parts: MinutesParts) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/meetings/{id}/minutes',
        tags,
        summary: 'The minutes of a meeting, as this person may see them now',
        request: { params: meetingPath },
        responses: answers(200, minutesAnswer, 'Locked blocks and words of every item, corrections, errata and seal.'),
      }),
      async c => answer(c, await readMinutes(deps, parts, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/minutes-versions/{id}',
        tags,
        summary: 'Of which meeting this version of minutes is',
        request: { params: versionPath },
        responses: answers(200, minutesVersionAnswer, 'The meeting, for whoever may read it.'),
      }),
      async c => answer(c, await meetingOfVersion(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/minutes-versions/{id}/comparison',
        tags,
        summary: 'A version of minutes beside another, to see what changed',
        request: { params: versionPath, query: minutesComparisonQuery },
        responses: answers(200, minutesComparisonAnswer, 'Both texts; by default with the version circulated before.'),
      }),
      async c => {
        const from = c.req.valid('query').from ?? null
        return answer(c, await readMinutesComparison(deps, actorOf(c), c.req.valid('param').id, from), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/meetings/{id}/minute-takers',
        tags,
        summary: 'Appoint who writes the minutes beside the Secretariat',
        request: { params: meetingPath, body: json(minuteTakersBody) },
        responses: answersEmpty('They write from now on, and nobody else but the Secretariat.'),
      }),
      async c =>
        answerEmpty(c, await appointMinuteTakers(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/statements',
        tags,
        summary: 'File a statement of a seat for the minutes',
        request: { params: meetingPath, body: json(statementBody) },
        responses: answers(201, createdAnswer, 'It stands in the minutes as filed.'),
      }),
      async c => {
        const filed = await fileStatement(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return filed.ok ? c.json({ id: filed.value }, 201) : refuse(c, filed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/minutes/circulate',
        tags,
        summary: 'Freeze the minutes and circulate them',
        request: { params: meetingPath, body: json(circulationBody) },
        responses: answersEmpty('They are circulated; sockets that write them close with 4423.'),
      }),
      async c =>
        answerEmpty(c, await circulateMinutes(deps, parts, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/meetings/{id}/minutes/correct',
        tags,
        summary: 'Take up circulated minutes again, to write corrections into them',
        request: { params: meetingPath },
        responses: answersEmpty('Their texts are open for writing.'),
      }),
      async c => answerEmpty(c, await takeUpMinutes(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/minutes-texts/{id}/resume-text',
        tags,
        summary: 'Open a text of minutes that could not be read in part for writing as it stands',
        request: { params: textPath },
        responses: answersEmpty('Its text goes on in a new epoch, and its sockets begin afresh.'),
      }),
      async c => answerEmpty(c, await resumeMinutesText(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/minutes/{id}/corrections',
        tags,
        summary: 'Propose a correction for a seat',
        request: { params: minutesPath, body: json(correctionBody) },
        responses: answers(201, createdAnswer, 'The Secretariat accepts it, or refuses it with a reason.'),
      }),
      async c => {
        const proposed = await proposeCorrection(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return proposed.ok ? c.json({ id: proposed.value }, 201) : refuse(c, proposed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/corrections/{id}/disposition',
        tags,
        summary: 'Accept a correction, or refuse it with a reason',
        request: { params: correctionPath, body: json(dispositionBody) },
        responses: answersEmpty('It is decided.'),
      }),
      async c =>
        answerEmpty(c, await disposeOfCorrection(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/minutes/{id}/errata',
        tags,
        summary: 'Add an erratum to sealed minutes',
        request: { params: minutesPath, body: json(erratumBody) },
        responses: answers(201, createdAnswer, 'It is circulated, and goes before the next meeting as minutes do.'),
      }),
      async c => {
        const added = await addErratum(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return added.ok ? c.json({ id: added.value }, 201) : refuse(c, added.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/groups/{id}/minutes-chain',
        tags,
        summary: 'The chain of a group’s sealed minutes',
        request: { params: groupPath },
        responses: answers(200, chainAnswer, 'Every link with its digest and seal, and whether it follows.'),
      }),
      async c => answer(c, await readChain(deps, actorOf(c), c.req.valid('param').id), 200),
    )
}
