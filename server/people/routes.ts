import { createRoute, z } from '@hono/zod-openapi'
import type { OrganisationId, PersonId } from '#shared/core'
import * as schema from '#shared/people/schema'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, idSchema, json, refuse } from '#server/http'
import type { Deps } from '../deps.ts'
import { invite, revokeInvitation } from './invitations.ts'
import { appoint, endOffice, readOffices } from './offices.ts'
import {
  addOrganisation,
  addPerson,
  changePerson,
  readDirectory,
  readOrganisations,
  reinstatePerson,
  renameOrganisation,
  suspendPerson,
} from './persons.ts'

const tags = ['People']
const person = z.object({ id: idSchema<PersonId>() })
const organisation = z.object({ id: idSchema<OrganisationId>() })
const office = z.object({ id: idSchema() })
const created = z.object({ id: z.string() })

/** The Secretariat's directory. Behind `requireSignIn`. */
export function peopleRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/persons',
        tags,
        responses: answers(200, z.array(schema.personAnswer), 'Everybody in the workspace.'),
      }),
      async c => {
        const directory = await readDirectory(deps, actorOf(c))
        return directory.ok
          ? c.json(
              directory.value.map(entry => ({ ...entry, offices: [...entry.offices] })),
              200,
            )
          : refuse(c, directory.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/persons',
        tags,
        request: { body: json(schema.personBody) },
        responses: answers(201, created, 'Entered.'),
      }),
      async c => {
        const entered = await addPerson(deps, actorOf(c), c.req.valid('json'))
        return entered.ok ? c.json({ id: entered.value.id }, 201) : refuse(c, entered.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/persons/{id}',
        tags,
        request: { params: person, body: json(schema.personChange) },
        responses: answersEmpty('Changed.'),
      }),
      async c => {
        const { name, email, organisationId } = c.req.valid('json')
        const changed = await changePerson(deps, actorOf(c), c.req.valid('param').id, {
          ...(name !== undefined && { name }),
          ...(email !== undefined && { email }),
          ...(organisationId !== undefined && { organisationId }),
        })
        return answerEmpty(c, changed)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/persons/{id}/suspension',
        tags,
        request: { params: person },
        responses: answersEmpty('Suspended; every session of theirs has ended.'),
      }),
      async c => answerEmpty(c, await suspendPerson(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/persons/{id}/suspension',
        tags,
        request: { params: person },
        responses: answersEmpty('Reinstated.'),
      }),
      async c => answerEmpty(c, await reinstatePerson(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/persons/{id}/invitation',
        tags,
        request: { params: person },
        responses: answers(
          201,
          schema.invitationLinkAnswer,
          'A fresh link, told this once. An earlier one stops working.',
        ),
      }),
      async c => answer(c, await invite(deps, actorOf(c), c.req.valid('param').id), 201),
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/persons/{id}/invitation',
        tags,
        request: { params: person },
        responses: answersEmpty('Withdrawn.'),
      }),
      async c => answerEmpty(c, await revokeInvitation(deps, actorOf(c), c.req.valid('param').id)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/organisations',
        tags,
        responses: answers(200, schema.organisationListAnswer, 'All organisations, with how many persons each has.'),
      }),
      async c => {
        const list = await readOrganisations(deps, actorOf(c))
        return list.ok ? c.json([...list.value], 200) : refuse(c, list.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/organisations',
        tags,
        request: { body: json(schema.organisationBody) },
        responses: answers(201, created, 'Entered.'),
      }),
      async c => {
        const entered = await addOrganisation(deps, actorOf(c), c.req.valid('json'))
        return entered.ok ? c.json({ id: entered.value.id }, 201) : refuse(c, entered.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/organisations/{id}',
        tags,
        request: { params: organisation, body: json(schema.organisationChange) },
        responses: answersEmpty('Renamed.'),
      }),
      async c =>
        answerEmpty(c, await renameOrganisation(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json').name)),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/offices',
        tags,
        responses: answers(200, z.array(schema.officeTermAnswer), 'Every appointment, the latest first.'),
      }),
      async c => {
        const list = await readOffices(deps, actorOf(c))
        return list.ok ? c.json([...list.value], 200) : refuse(c, list.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/offices',
        tags,
        request: { body: json(schema.appointmentBody) },
        responses: answers(201, created, 'Appointed.'),
      }),
      async c => {
        const appointed = await appoint(deps, actorOf(c), c.req.valid('json'))
        return appointed.ok ? c.json({ id: appointed.value.id }, 201) : refuse(c, appointed.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/offices/{id}/end',
        tags,
        request: { params: office },
        responses: answersEmpty('Ended now.'),
      }),
      async c => answerEmpty(c, await endOffice(deps, actorOf(c), c.req.valid('param').id)),
    )
}

export type PeopleRoutes = ReturnType<typeof peopleRoutes>
