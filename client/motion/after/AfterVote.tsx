import { Show, type JSX } from 'solid-js'
import { fetchAfterVote, type AfterVote as After } from '../../api/after-vote.ts'
import type { MotionView } from '../../api/motion.ts'
import { createFetched, type Fetched } from '../../api/fetched.ts'
import { JointActs } from './JointActs.tsx'
import { Statements } from './Statements.tsx'
import { WhatFollows } from './WhatFollows.tsx'
import './after.css'

export const fetchAfter = (motionId: string): Fetched<After> =>
  createFetched(() => fetchAfterVote(motionId), [{ topic: 'motion', id: motionId }])

/** What goes on around a vote and what follows it: certification, acts of two persons, the seats' own words. */
export function AfterVote(props: { readonly motion: MotionView; readonly onChange: () => Promise<void> }): JSX.Element {
  const fetched = fetchAfter(props.motion.id)
  const changed = async (): Promise<void> => {
    await Promise.all([fetched.refetch(), props.onChange()])
    // The button that was pressed may have left the page; whoever works by keyboard goes on at the title.
    if (document.activeElement === document.body) document.querySelector('h1')?.focus()
  }
  const onChange = (): void => void changed()
  const isOver = (after: After): boolean => !['open', 'paused', 'held'].includes(after.state)
  return (
    <Show when={fetched.value()}>
      {after => (
        <>
          <WhatFollows motion={props.motion} after={after()} onChange={onChange} />
          <JointActs motionId={props.motion.id} after={after()} onChange={onChange} />
          <Show when={isOver(after()) && after().state !== 'voided'}>
            <Statements motionId={props.motion.id} after={after()} onChange={onChange} />
          </Show>
        </>
      )}
    </Show>
  )
}
