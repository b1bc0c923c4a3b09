import { Show, type JSX } from 'solid-js'
import { fetchAfterVote, type AfterVote as After } from '../../api/after-vote.ts'
import type { MotionView } from '../../api/motion.ts'
import { createFetched, type Fetched } from '../live.ts'
import { JointActs } from './JointActs.tsx'
import { Statements } from './Statements.tsx'
import { WhatFollows } from './WhatFollows.tsx'
import './after.css'

export const fetchAfter = (motionId: string): Fetched<After> =>
  createFetched(() => fetchAfterVote(motionId), 'motion', motionId)

/** What goes on around a vote and what follows it: certification, acts of two persons, the seats' own words. */
export function AfterVote(props: { readonly motion: MotionView; readonly onChange: () => Promise<void> }): JSX.Element {
  const fetched = fetchAfter(props.motion.id)
  const changed = (): void => {
    void fetched.refetch()
    void props.onChange()
  }
  const isOver = (after: After): boolean => !['open', 'paused', 'held'].includes(after.state)
  return (
    <Show when={fetched.value()}>
      {after => (
        <>
          <WhatFollows motion={props.motion} after={after()} onChange={changed} />
          <JointActs motionId={props.motion.id} after={after()} onChange={changed} />
          <Show when={isOver(after()) && after().state !== 'voided'}>
            <Statements motionId={props.motion.id} after={after()} onChange={changed} />
          </Show>
        </>
      )}
    </Show>
  )
}
