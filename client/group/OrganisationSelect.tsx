import { createResource, Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Select } from '#client/ui'
import type { Constituency } from '#shared/group'
import { constituencyOf } from '#shared/people'
import type { GroupAnswer } from '../api/group.ts'
import { fetchOrganisations } from '../api/people.ts'

interface Props {
  readonly group: GroupAnswer
  readonly constituency: Constituency
  readonly value: string | null
  /** Whether the seat may stay vacant: null is then a choice. */
  readonly vacant?: boolean
  readonly onChange: (id: string | null) => void
}

// No id looks like this.
const vacant = ''

/** Organisations that may take a seat of this constituency in the group. [G2, G3] */
export function OrganisationSelect(props: Props): JSX.Element {
  const t = useT()
  const [organisations] = createResource(fetchOrganisations)
  const options = () => {
    const answer = organisations()
    if (!answer?.ok) return []
    return answer.value
      .filter(({ kind }) => constituencyOf[kind] === props.constituency)
      .filter(({ id }) => !props.group.seats.some(seat => seat.organisationId === id))
      .map(({ id, name }) => ({ value: id, label: name }))
  }
  return (
    <Show when={organisations.loading || options().length > 0} fallback={<p>{t('group.form.noneLeft')}</p>}>
      <Select
        label={t('group.form.organisation')}
        hint={t('group.form.organisationHint')}
        options={props.vacant ? [{ value: vacant, label: t('group.form.noOrganisation') }, ...options()] : options()}
        value={props.value ?? (props.vacant ? vacant : null)}
        onChange={id => props.onChange(id === vacant ? null : id)}
        disabled={organisations.loading}
      />
    </Show>
  )
}
