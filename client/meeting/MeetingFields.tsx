import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { TextInput } from '#client/ui'
import { meetingLimits } from '#shared/meeting'

export interface Details {
  readonly title: string
  readonly place: string
  readonly link: string
}

/** Title, place and remote room: what changes even after a meeting was convened. */
export function MeetingFields(props: {
  readonly value: Details
  readonly onChange: (value: Details) => void
}): JSX.Element {
  const t = useT()
  return (
    <>
      <TextInput
        label={t('meeting.edit.name')}
        hint={t('meeting.edit.nameHint')}
        value={props.value.title}
        maxLength={meetingLimits.title}
        onInput={title => props.onChange({ ...props.value, title })}
        required
      />
      <TextInput
        label={t('meeting.edit.place')}
        hint={t('meeting.edit.placeHint')}
        value={props.value.place}
        maxLength={meetingLimits.place}
        onInput={place => props.onChange({ ...props.value, place })}
        optional
      />
      <TextInput
        label={t('meeting.edit.link')}
        type="url"
        placeholder="https://"
        value={props.value.link}
        maxLength={meetingLimits.link}
        error={isLink(props.value.link) ? undefined : t('meeting.edit.linkWrong')}
        onInput={link => props.onChange({ ...props.value, link })}
        optional
      />
    </>
  )
}

function isLink(text: string): boolean {
  return text.trim() === '' || (/^https:\/\/[^\s/]+/.test(text.trim()) && URL.canParse(text.trim()))
}

/** Whether these can be sent. */
export function areWhole({ title, link }: Details): boolean {
  return title.trim() !== '' && isLink(link)
}

/** As the server takes them. */
export function detailsSent({ title, place, link }: Details) {
  return { title: title.trim(), place: place.trim(), link: link.trim() === '' ? null : link.trim() }
}
