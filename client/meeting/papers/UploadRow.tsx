import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Button, Notice, Progress } from '#client/ui'
import { sentenceFor } from '../../api/sentence.ts'
import type { Sending } from './uploads.ts'

/** A file on its way: how far it has got, or why it was refused. */
export function UploadRow(props: {
  readonly sending: Sending
  readonly onAgain: () => void
  readonly onDismiss: () => void
}): JSX.Element {
  const t = useT()
  const name = (): string => props.sending.file.name
  return (
    <li class="papers__item papers__item--sending">
      <Show
        when={props.sending.problem}
        fallback={
          <>
            <Progress label={t('paper.sending', name())} value={props.sending.share} />
            <Button
              size="small"
              variant="quiet"
              aria-label={t('paper.cancelOf', name())}
              onPress={props.sending.cancel}
            >
              {t('paper.cancel')}
            </Button>
          </>
        }
      >
        {problem => (
          <Notice
            tone="alarm"
            title={t('paper.refused', name())}
            when={sentenceFor(t, problem())}
            actions={
              <>
                <Show when={mayHelp(problem().type)}>
                  <Button size="small" onPress={props.onAgain}>
                    {t('paper.tryAgain')}
                  </Button>
                </Show>
                <Button size="small" variant="quiet" onPress={props.onDismiss}>
                  {t('paper.dismiss')}
                </Button>
              </>
            }
          />
        )}
      </Show>
    </li>
  )
}

/** The same file will be refused again for what it is. */
function mayHelp(type: string): boolean {
  return !['file-type-refused', 'file-too-large', 'file-empty', 'not-permitted', 'not-found'].includes(type)
}
