import { For, type JSX } from 'solid-js'
import UsersRound from 'lucide-solid/icons/users-round'
import { useFormat, useT } from '#client/i18n'
import type { QuorumBlock } from '#shared/minutes'
import { LockedBlock } from './LockedBlock.tsx'

/** What a vote would have found when the session began. [M3, V6] */
export function QuorumFacts(props: { readonly block: QuorumBlock }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <LockedBlock title={t('minutes.blocks.quorum.title', format().time(props.block.at))} icon={UsersRound}>
      <For each={props.block.groups}>
        {found => (
          <p>
            <strong>{t(found.quorate ? 'minutes.blocks.quorum.met' : 'minutes.blocks.quorum.missed')}</strong>{' '}
            {t('minutes.blocks.quorum.seats', found.group.name, found.present, found.seats, found.needed)}{' '}
            {t('minutes.blocks.quorum.ngo', found.ngoPresent, found.ngoSeats, found.ngoNeeded)}
          </p>
        )}
      </For>
    </LockedBlock>
  )
}
