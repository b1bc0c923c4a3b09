import { lazy, Suspense, type ComponentProps, type JSX } from 'solid-js'
import { Skeleton } from '#client/ui'

/** What compares is fetched when somebody asks to see changes: who only reads or votes does not wait for it. */
const Sections = lazy(async () => ({ default: (await import('./SectionComparison.tsx')).SectionComparison }))
const Minutes = lazy(async () => ({ default: (await import('./MinutesComparison.tsx')).MinutesComparison }))

export function SectionComparison(props: ComponentProps<typeof Sections>): JSX.Element {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Sections {...props} />
    </Suspense>
  )
}

export function MinutesComparison(props: ComponentProps<typeof Minutes>): JSX.Element {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <Minutes {...props} />
    </Suspense>
  )
}
