import { For, Show, type JSX } from 'solid-js'
import { useFormat, useT } from '#client/i18n'
import type { VoteStatement } from '#shared/minutes'
import { seatName } from '../part-name.ts'

/** What seats said to the vote once it was over, under its count. [V13] */
export function VoteStatements(props: { readonly statements: readonly VoteStatement[] }): JSX.Element {
  const t = useT()
  const format = useFormat()
  return (
    <ul role="list" class="locked-block__said" aria-label={t('minutes.blocks.vote.said')}>
      <For each={props.statements}>
        {one => (
          <li>
            <strong>{t(`afterVote.statements.kind.${one.kind}`)}</strong> {seatName(one.seat)}
            <Show when={one.text}>
              <blockquote class="locked-block__words">{one.text}</blockquote>
            </Show>
            <p class="ui-small ui-muted">
              {format().dateTime(one.at)}
              <Show when={one.number > 1}>
                {' · '}
                {t('minutes.blocks.vote.version', one.number)}
              </Show>
              <Show when={one.afterCertification}>
                {' · '}
                {t('minutes.blocks.vote.late')}
              </Show>
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
