import { createRoute } from '@hono/zod-openapi'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import {
  comparisonQuery,
  comparisonSchema,
  newSectionSchema,
  newVersionSchema,
  objectivesSchema,
  planPath,
  plansSchema,
  previewSchema,
  sectionChangeSchema,
  sectionDetailSchema,
  sectionPath,
  setAsideSchema,
  textClosingSchema,
  versionDetailSchema,
  versionPath,
  versionsSchema,
} from '#shared/plan/schema'
import { addSection, changeSection } from './arrange.ts'
import { closeText, reopenText } from './closing.ts'
import { readObjectives, readPlans, readSection } from './outline.ts'
import type { PlanDeps } from './plan-deps.ts'
import { previewVersion, submitVersion, withdrawVersion } from './submit.ts'
import { readSetAsideFile, resumeText } from './set-aside.ts'
import { readComparison, readVersion, readVersions } from './versions.ts'

export type PlanRoutes = ReturnType<typeof planRoutes>

const tags = ['Plans and sections']

/** Plans, their sections and section versions; behind sign-in. */
export function planRoutes(deps: PlanDeps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/plans',
        tags,
        summary: 'Both plans with the state of every section',
        responses: answers(200, plansSchema, 'The National Action Plan first.'),
      }),
      async c => c.json(await readPlans(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/objectives',
        tags,
        summary: 'Objectives that others can depend on',
        responses: answers(
          200,
          objectivesSchema,
          'Those of the live texts this person may read, in the order of the plans.',
        ),
      }),
      async c => c.json(await readObjectives(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/plans/{id}/sections',
        tags,
        summary: 'Add a section',
        request: { params: planPath, body: json(newSectionSchema) },
        responses: answers(201, sectionDetailSchema, 'The new section, last of its component.'),
      }),
      async c => {
        const added = await addSection(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        if (!added.ok) return refuse(c, added.problem)
        return answer(c, await readSection(deps, actorOf(c), added.value), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/sections/{id}',
        tags,
        summary: 'One section with its versions',
        request: { params: sectionPath },
        responses: answers(200, sectionDetailSchema, 'The section.'),
      }),
      async c => answer(c, await readSection(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/sections/{id}',
        tags,
        summary: 'Rename, give to another group, move, waive or take up a section',
        request: { params: sectionPath, body: json(sectionChangeSchema) },
        responses: answers(200, sectionDetailSchema, 'The section as it is now.'),
      }),
      async c => {
        const { id } = c.req.valid('param')
        const changed = await changeSection(deps, actorOf(c), id, c.req.valid('json'))
        if (!changed.ok) return refuse(c, changed.problem)
        return answer(c, await readSection(deps, actorOf(c), id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/sections/{id}/close-text',
        tags,
        summary: 'Close the working text of a section for writing',
        request: { params: sectionPath, body: json(textClosingSchema) },
        responses: answers(
          200,
          sectionDetailSchema,
          'The section as it is now; sockets that write it close with 4423.',
        ),
      }),
      async c => {
        const { id } = c.req.valid('param')
        const closed = await closeText(deps, actorOf(c), id, c.req.valid('json'))
        if (!closed.ok) return refuse(c, closed.problem)
        return answer(c, await readSection(deps, actorOf(c), id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/sections/{id}/reopen-text',
        tags,
        summary: 'Open the working text of a section for writing again',
        request: { params: sectionPath },
        responses: answers(200, sectionDetailSchema, 'The section as it is now.'),
      }),
      async c => {
        const { id } = c.req.valid('param')
        const reopened = await reopenText(deps, actorOf(c), id)
        if (!reopened.ok) return refuse(c, reopened.problem)
        return answer(c, await readSection(deps, actorOf(c), id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/sections/{id}/set-aside',
        tags,
        summary: 'What was set aside of a text because it could not be read',
        request: { params: sectionPath },
        responses: answers(200, setAsideSchema, 'Every change with whose it was and its readable words, as a file.'),
      }),
      async c => {
        const file = await readSetAsideFile(deps, actorOf(c), c.req.valid('param').id)
        if (!file.ok) return refuse(c, file.problem)
        c.header('content-disposition', `attachment; filename="set-aside-${file.value.section.code}.json"`)
        return c.json(file.value, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/sections/{id}/resume-text',
        tags,
        summary: 'Open a text that could not be read in part for writing as it stands',
        request: { params: sectionPath },
        responses: answers(
          200,
          sectionDetailSchema,
          'The section as it is now; its text goes on in a new epoch, and its sockets begin afresh.',
        ),
      }),
      async c => {
        const { id } = c.req.valid('param')
        const resumed = await resumeText(deps, actorOf(c), id)
        if (!resumed.ok) return refuse(c, resumed.problem)
        return answer(c, await readSection(deps, actorOf(c), id), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/sections/{id}/preview',
        tags,
        summary: 'What would be frozen if the section were submitted now',
        request: { params: sectionPath },
        responses: answers(200, previewSchema, 'The canonical content and its digest.'),
      }),
      async c => answer(c, await previewVersion(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/sections/{id}/versions',
        tags,
        summary: 'Submitted versions of a section',
        request: { params: sectionPath },
        responses: answers(200, versionsSchema, 'Latest first.'),
      }),
      async c => answer(c, await readVersions(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/sections/{id}/versions',
        tags,
        summary: 'Submit the text of a section as it was previewed',
        request: { params: sectionPath, body: json(newVersionSchema) },
        responses: answers(201, versionDetailSchema, 'The frozen version.'),
      }),
      async c => {
        const submitted = await submitVersion(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        if (!submitted.ok) return refuse(c, submitted.problem)
        return answer(c, await readVersion(deps, actorOf(c), submitted.value), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/versions/{id}',
        tags,
        summary: 'A frozen version with its exact text',
        request: { params: versionPath },
        responses: answers(
          200,
          versionDetailSchema,
          'The version; `intact` says whether the text still has its digest.',
        ),
      }),
      async c => answer(c, await readVersion(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/versions/{id}/comparison',
        tags,
        summary: 'A version beside another of its section, to see what changed',
        request: { params: versionPath, query: comparisonQuery },
        responses: answers(200, comparisonSchema, 'Both exact texts; by default with the one adopted last before.'),
      }),
      async c => {
        const from = c.req.valid('query').from ?? null
        return answer(c, await readComparison(deps, actorOf(c), c.req.valid('param').id, from), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/versions/{id}/withdraw',
        tags,
        summary: 'Take a submitted version back before a vote on it opens',
        request: { params: versionPath },
        responses: answersEmpty('Withdrawn.'),
      }),
      async c => answerEmpty(c, await withdrawVersion(deps, actorOf(c), c.req.valid('param').id)),
    )
}
