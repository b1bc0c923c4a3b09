import { Show, type JSX } from 'solid-js'
import FileText from 'lucide-solid/icons/file-text'
import { useT } from '#client/i18n'
import { textTitle } from '#client/titles'
import { Digest } from '#client/ui'
import type { TextBlock } from '#shared/minutes'
import { LockedBlock } from './LockedBlock.tsx'

const pages = {
  sectionVersion: '/versions',
  planVersion: '/plan-versions',
  minutesVersion: null,
  termsVersion: '/terms-versions',
  election: '/elections',
} as const

/** The exact text that the item was about, by its digest. [V4] */
export function TextFacts(props: { readonly block: TextBlock }): JSX.Element {
  const t = useT()
  const page = () => pages[props.block.kind]
  const title = (): string => textTitle(t, props.block)
  return (
    <LockedBlock title={t('minutes.blocks.text')} icon={FileText}>
      <p class="locked-block__main">
        <Show when={page()} fallback={title()}>
          {root => <a href={`${root()}/${props.block.id}`}>{title()}</a>}
        </Show>
      </p>
      <Digest value={props.block.digest} />
    </LockedBlock>
  )
}
