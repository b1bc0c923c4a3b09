import { createRoute } from '@hono/zod-openapi'
import { actorOf, answer, answerEmpty, answers, answersEmpty, createRouter, json, refuse } from '#server/http'
import {
  accreditationAnswer,
  chairBody,
  groupAnswer,
  groupBody,
  groupCreatedAnswer,
  groupListAnswer,
  groupPath,
  representativeBody,
  representativePath,
  seatBody,
  seatChange,
  seatCreatedAnswer,
  seatPath,
} from '#shared/group/schema'
import type { Deps } from '../deps.ts'
import {
  addGroup,
  addRepresentative,
  addSeat,
  alterSeat,
  giveChair,
  readGroup,
  readGroups,
  removeRepresentative,
} from './service.ts'

export type GroupRoutes = ReturnType<typeof groupRoutes>

/** Working Groups, their seats and who speaks for them. */
export function groupRoutes(deps: Deps) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/groups',
        tags: ['Groups'],
        summary: 'All groups with their composition',
        responses: answers(200, groupListAnswer, 'The National Working Group first, then the thematic ones.'),
      }),
      async c => answer(c, await readGroups(deps, actorOf(c)), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/groups',
        tags: ['Groups'],
        summary: 'Add a Thematic Working Group',
        request: { body: json(groupBody) },
        responses: answers(201, groupCreatedAnswer, 'The group, still without seats.'),
      }),
      async c => {
        const group = await addGroup(deps, actorOf(c), c.req.valid('json'))
        return group.ok ? c.json({ groupId: group.value.groupId }, 201) : refuse(c, group.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/groups/{id}',
        tags: ['Groups'],
        summary: 'A group with its seats and representatives',
        request: { params: groupPath },
        responses: answers(200, groupAnswer, 'As of this moment.'),
      }),
      async c => answer(c, await readGroup(deps, actorOf(c), c.req.valid('param').id), 200),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/groups/{id}/chair',
        tags: ['Groups'],
        summary: 'Set or end the chair of a Thematic Working Group',
        request: { params: groupPath, body: json(chairBody) },
        responses: answersEmpty('The chair is set.'),
      }),
      async c => answerEmpty(c, await giveChair(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/groups/{id}/seats',
        tags: ['Groups'],
        summary: 'Add a seat to a group',
        request: { params: groupPath, body: json(seatBody) },
        responses: answers(201, seatCreatedAnswer, 'The seat.'),
      }),
      async c => {
        const seat = await addSeat(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return seat.ok ? c.json({ seatId: seat.value.seatId }, 201) : refuse(c, seat.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/seats/{id}',
        tags: ['Groups'],
        summary: 'Assign, vacate, rename or end a seat',
        request: { params: seatPath, body: json(seatChange) },
        responses: answersEmpty('The seat is changed.'),
      }),
      async c => answerEmpty(c, await alterSeat(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/seats/{id}/representatives',
        tags: ['Groups'],
        summary: 'Accredit a head or alternate for a seat',
        request: { params: seatPath, body: json(representativeBody) },
        responses: answers(201, accreditationAnswer, 'The accreditation.'),
      }),
      async c => {
        const made = await addRepresentative(deps, actorOf(c), c.req.valid('param').id, c.req.valid('json'))
        return made.ok ? c.json({ accreditationId: made.value.accreditationId }, 201) : refuse(c, made.problem)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/representatives/{id}',
        tags: ['Groups'],
        summary: 'End an accreditation',
        request: { params: representativePath },
        responses: answersEmpty('The accreditation is over; votes already open keep it.'),
      }),
      async c => answerEmpty(c, await removeRepresentative(deps, actorOf(c), c.req.valid('param').id)),
    )
}
