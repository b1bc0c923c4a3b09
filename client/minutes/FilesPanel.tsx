import { For, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import { useLocale, useT } from '#client/i18n'
import { LinkButton, Panel } from '#client/ui'
import { minutesFile, type MinutesAnswer } from '../api/minutes.ts'

const formats = ['docx', 'pdf', 'html'] as const

/** The minutes as files to take away: as circulated last, or the draft before that. */
export function FilesPanel(props: { readonly minutes: MinutesAnswer }): JSX.Element {
  const t = useT()
  const { locale } = useLocale()
  const lead = (): string => {
    const { version } = props.minutes
    return version === null ? t('minutes.files.draft') : t('minutes.files.version', version.number)
  }
  return (
    <Panel title={t('minutes.files.title')} variant="plain">
      <p class="ui-small ui-muted">{lead()}</p>
      <div class="ui-row ui-row--tight ui-no-print">
        <For each={formats}>
          {format => (
            <LinkButton
              size="small"
              icon={Download}
              href={minutesFile(props.minutes.meetingId, format, locale())}
              external
              download
            >
              {t(`minutes.files.${format}`)}
            </LinkButton>
          )}
        </For>
      </div>
    </Panel>
  )
}
