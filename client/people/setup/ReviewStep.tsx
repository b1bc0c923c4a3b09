import type { JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { DescriptionList } from '#client/ui'
import { defaultThematicGroups, nwgComposition } from '#shared/group'
import { canChair, filledLines, membersOf, type SetupForm } from './form.ts'

/** Everything once more, before it is made. */
export function ReviewStep(props: { readonly form: SetupForm }): JSX.Element {
  const t = useT()
  const withState = (state: string): number =>
    nwgComposition.filter(line => props.form.lines[line.key].state === state).length
  const invitations = (): number => {
    const heads = filledLines(props.form).filter(line => canChair(props.form, line)).length
    return heads + (props.form.hasCoordinator === 'yes' ? 1 : 0)
  }
  return (
    <>
      <p>{t('people.setup.review.text')}</p>
      <DescriptionList
        items={[
          { term: t('people.setup.review.country'), value: props.form.country },
          { term: t('people.setup.review.workspace'), value: props.form.workspaceName },
          {
            term: t('people.setup.review.secretariat'),
            value: `${props.form.secretariat.name}, ${props.form.secretariat.email}`,
          },
          {
            term: t('people.setup.review.coordinator'),
            value:
              props.form.hasCoordinator === 'yes'
                ? `${props.form.coordinator.name}, ${props.form.coordinator.organisationName}`
                : t('people.setup.review.none'),
          },
          {
            term: t('people.setup.review.seats'),
            value: t(
              'people.setup.review.seatsOf',
              withState('filled'),
              withState('vacant'),
              withState('notApplicable'),
            ),
          },
          ...defaultThematicGroups.map(({ code, name }) => ({
            term: name,
            value: t('people.setup.review.members', membersOf(props.form, code).length),
          })),
          { term: t('people.setup.review.invitations'), value: String(invitations()) },
        ]}
      />
    </>
  )
}
