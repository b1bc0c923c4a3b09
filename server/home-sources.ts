/** What the home page asks of the parts that come after it in the order of slices. */
import { currentPlanVersion } from '#server/endorsement'
import type { HomeSources } from '#server/home'
import { listMotions } from '#server/motion'
import { readPlans } from '#server/plan'
import type { Deps } from './deps.ts'

export function homeSources(deps: Deps): HomeSources {
  return {
    async plans(actor) {
      const outlines = await readPlans(deps, actor)
      return Promise.all(
        outlines.map(async ({ id, kind, title, group, sections, hidden }) => ({
          id,
          kind,
          title,
          group,
          hidden,
          sections: sections.map(section => ({
            id: section.id,
            code: section.code,
            title: section.title,
            component: section.component,
            state: section.standing.state,
            frozen: section.frozen !== null || section.damaged !== null,
            damaged: section.damaged !== null,
            group: section.group,
            version: section.version,
          })),
          version: await currentPlanVersion(deps.read, id),
        })),
      )
    },
    async openVotes(actor) {
      const motions = await listMotions(deps, actor, { state: 'open' })
      return motions.map(motion => ({
        id: motion.id,
        title: motion.subject.title,
        group: motion.group,
        closesAt: motion.dueAt ?? motion.closesAt,
        mySeats: motion.mySeats
          .filter(seat => seat.refusal === null)
          .map(({ seatId, label, ballot }) => ({ seatId, label, cast: ballot !== null })),
        allCast: motion.cast === motion.seats,
      }))
    },
  }
}
