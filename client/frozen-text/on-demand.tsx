import { lazy, Suspense, type ComponentProps, type JSX } from 'solid-js'
import { Skeleton } from '#client/ui'

/** What compares is fetched when somebody asks to see changes: who only reads or votes does not wait for it. */
const Sections = lazy(async () => ({ default: (await import('./SectionComparison.tsx')).SectionComparison }))
const Terms = lazy(async () => ({ default: (await import('./TermsComparison.tsx')).TermsComparison }))
const Minutes = lazy(async () => ({ default: (await import('./MinutesComparison.tsx')).MinutesComparison }))
/** And so are terms of reference: most votes are on sections. */
const TermsOfVersion = lazy(async () => ({ default: (await import('./TermsText.tsx')).TermsText }))

export function SectionComparison(props: ComponentProps<typeof Sections>): JSX.Element {
  return (
    <Awaited>
      <Sections {...props} />
    </Awaited>
  )
}

export function TermsComparison(props: ComponentProps<typeof Terms>): JSX.Element {
  return (
    <Awaited>
      <Terms {...props} />
    </Awaited>
  )
}

export function MinutesComparison(props: ComponentProps<typeof Minutes>): JSX.Element {
  return (
    <Awaited>
      <Minutes {...props} />
    </Awaited>
  )
}

export function TermsText(props: ComponentProps<typeof TermsOfVersion>): JSX.Element {
  return (
    <Awaited>
      <TermsOfVersion {...props} />
    </Awaited>
  )
}

function Awaited(props: { readonly children: JSX.Element }): JSX.Element {
  return <Suspense fallback={<Skeleton lines={6} />}>{props.children}</Suspense>
}
