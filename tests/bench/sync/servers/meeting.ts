/**
 * Plenary whole, over the demonstration workspace, with a meeting of the National Working Group in session: everybody has
 * checked in, and twenty people may write its minutes. The clock runs ahead, since a meeting is convened with notice.
 */
import { minuteMs } from '#shared/core'
import { serve as servePlenary } from '../../../../server/serve.ts'
import { serve } from './control.ts'
import { begin, benchConfig, benchLog, convene } from './convened.ts'

await serve(async folder => {
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const server = await servePlenary(benchConfig(folder), { root: process.cwd(), log: benchLog, now })
  const meeting = await convene(server.deps)
  ahead += meeting.startsAt - now() - minuteMs
  await begin(server.deps, meeting.id)
  return {
    port: server.port,
    documents: () => 0,
    close: () => server.close(),
  }
})
