import { Index, Show, type JSX } from 'solid-js'
import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { useT } from '#client/i18n'
import { Button, Select, TextInput } from '#client/ui'
import { meetingLimits, writtenItemTypes, type WrittenItemType } from '#shared/meeting'

/** An item as its fields show it. */
export interface TemplateLine {
  readonly type: WrittenItemType
  readonly title: string
  readonly plannedMinutes: string
  readonly presenterSeatId: string | null
}

interface Presenter {
  readonly id: string
  readonly label: string
  readonly organisationName: string | null
}

const nobody = 'nobody'
const empty: TemplateLine = { type: 'discussion', title: '', plannedMinutes: '10', presenterSeatId: null }

/** The agenda that each meeting of a series begins with, item by item. [M7] */
export function TemplateFields(props: {
  readonly value: readonly TemplateLine[]
  readonly seats: readonly Presenter[]
  readonly onChange: (value: readonly TemplateLine[]) => void
}): JSX.Element {
  const t = useT()
  const change = (at: number, fields: Partial<TemplateLine>): void =>
    props.onChange(props.value.map((line, index) => (index === at ? { ...line, ...fields } : line)))
  return (
    <fieldset class="ui-stack">
      <legend class="ui-field__label">{t('meeting.series.template')}</legend>
      <p class="ui-small ui-muted">{t('meeting.series.templateHint')}</p>
      <Index each={props.value}>
        {(line, at) => (
          <fieldset class="ui-stack ui-stack--tight meeting-template">
            <legend class="ui-small ui-muted">{t('meeting.series.templateItem', at + 1)}</legend>
            <TextInput
              label={t('meeting.item.title')}
              value={line().title}
              maxLength={meetingLimits.title}
              onInput={title => change(at, { title })}
              required
            />
            <div class="meeting-times">
              <Select
                label={t('meeting.item.type')}
                options={writtenItemTypes.map(value => ({ value, label: t(`meeting.agenda.type.${value}`) }))}
                value={line().type}
                onChange={type => change(at, { type })}
              />
              <TextInput
                label={t('meeting.item.minutes')}
                type="number"
                min={0}
                max={meetingLimits.plannedMinutes}
                value={line().plannedMinutes}
                error={minutesFit(line()) ? undefined : t('meeting.item.minutesWrong')}
                onInput={plannedMinutes => change(at, { plannedMinutes })}
                required
              />
            </div>
            <Show when={props.seats.length > 0}>
              <Select
                label={t('meeting.item.presenter')}
                options={[
                  { value: nobody, label: t('meeting.item.noPresenter') },
                  ...props.seats.map(seat => ({ value: seat.id, label: seat.organisationName ?? seat.label })),
                ]}
                value={line().presenterSeatId ?? nobody}
                onChange={seat => change(at, { presenterSeatId: seat === nobody ? null : seat })}
              />
            </Show>
            <div>
              <Button
                size="small"
                variant="quiet"
                icon={Trash}
                aria-label={t('meeting.series.templateRemoveNamed', at + 1)}
                onPress={() => props.onChange(props.value.filter((_, index) => index !== at))}
              >
                {t('meeting.series.templateRemove')}
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div>
        <Button size="small" icon={Plus} onPress={() => props.onChange([...props.value, empty])}>
          {t('meeting.series.templateAdd')}
        </Button>
      </div>
    </fieldset>
  )
}

const minutesFit = ({ plannedMinutes }: TemplateLine): boolean =>
  /^\d+$/.test(plannedMinutes) && Number(plannedMinutes) <= meetingLimits.plannedMinutes

/** Whether these can be sent. */
export function isTemplateWhole(lines: readonly TemplateLine[]): boolean {
  return lines.every(line => line.title.trim() !== '' && minutesFit(line))
}

/** As the server takes them. */
export function templateSent(lines: readonly TemplateLine[]) {
  return lines.map(line => ({ ...line, title: line.title.trim(), plannedMinutes: Number(line.plannedMinutes) }))
}
