/** What is typed into the wizard, and how it becomes the request that sets the workspace up. */
import { defaultThematicGroups, nwgComposition, type CompositionLine, type ThematicGroupCode } from '#shared/group'
import type { SetupInput } from '../../api/setup.ts'

// Not readonly: Solid's store refuses to set what its type forbids to change.
export interface PersonFields {
  name: string
  email: string
}

export interface LineFields {
  state: 'vacant' | 'filled' | 'notApplicable'
  organisationName: string
  head: PersonFields
}

export interface GroupFields {
  lines: CompositionLine['key'][]
  chairLine: CompositionLine['key'] | null
}

export interface SetupForm {
  country: string
  workspaceName: string
  secretariat: PersonFields & { organisationName: string; password: string }
  hasCoordinator: 'yes' | 'no' | null
  coordinator: PersonFields & { organisationName: string; act: string }
  lines: Record<CompositionLine['key'], LineFields>
  groups: Record<ThematicGroupCode, GroupFields>
}

export function emptyForm(secretariatName: string): SetupForm {
  // A fresh object for each: the store changes them in place, and a shared one would change everywhere.
  const nobody = (): PersonFields => ({ name: '', email: '' })
  const none = (): GroupFields => ({ lines: [], chairLine: null })
  const lines: Partial<Record<CompositionLine['key'], LineFields>> = {}
  for (const line of nwgComposition) {
    lines[line.key] = { state: 'vacant', organisationName: named(line) ? line.label : '', head: nobody() }
  }
  return {
    country: '',
    workspaceName: '',
    secretariat: { ...nobody(), organisationName: secretariatName, password: '' },
    hasCoordinator: null,
    coordinator: { ...nobody(), organisationName: '', act: '' },
    lines: whole(lines),
    groups: { prevention: none(), protection: none(), prosecution: none(), children: none() },
  }
}

export const isFilled = (form: SetupForm, key: CompositionLine['key']): boolean => form.lines[key].state === 'filled'

export const filledLines = (form: SetupForm): readonly CompositionLine[] =>
  nwgComposition.filter(line => isFilled(form, line.key))

/** Members chosen for a group whose line is still filled. */
export const membersOf = (form: SetupForm, code: ThematicGroupCode): readonly CompositionLine[] =>
  filledLines(form).filter(line => form.groups[code].lines.includes(line.key))

/** A chair is a person, so the organisation's head must be named. */
export const canChair = (form: SetupForm, line: CompositionLine): boolean => isNamed(form.lines[line.key].head)

/** The request. What was chosen for a line that has been emptied since is left out. */
export function toRequest(form: SetupForm, token: string): SetupInput {
  const { secretariat, coordinator } = form
  return {
    token,
    country: form.country.trim(),
    workspaceName: form.workspaceName.trim(),
    secretariat: {
      ...person(secretariat),
      organisationName: secretariat.organisationName.trim(),
      password: secretariat.password,
    },
    nationalCoordinator:
      form.hasCoordinator === 'yes'
        ? {
            ...person(coordinator),
            organisationName: coordinator.organisationName.trim(),
            act: coordinator.act.trim(),
            line: lineNamed(form, coordinator.organisationName),
          }
        : null,
    lines: nwgComposition.flatMap(({ key }): SetupInput['lines'] => {
      const { state, organisationName, head } = form.lines[key]
      if (state === 'vacant') return []
      if (state === 'notApplicable') return [{ key, state }]
      return [{ key, state, organisationName: organisationName.trim(), head: isNamed(head) ? person(head) : null }]
    }),
    thematicGroups: defaultThematicGroups.map(({ code }) => {
      const members = membersOf(form, code)
      const chair = members.find(line => line.key === form.groups[code].chairLine && canChair(form, line))
      return { code, lines: members.map(line => line.key), chairLine: chair?.key ?? null }
    }),
  }
}

/** Organisation names that stand on more than one filled line, folded. */
export function repeatedOrganisations(form: SetupForm): ReadonlySet<string> {
  return repeated(filledLines(form).map(line => fold(form.lines[line.key].organisationName)))
}

/** Addresses given to people of different organisations, folded. */
export function clashingEmails(form: SetupForm): ReadonlySet<string> {
  const { secretariat, coordinator } = form
  const given = [
    { email: secretariat.email, organisation: secretariat.organisationName },
    ...(form.hasCoordinator === 'yes'
      ? [{ email: coordinator.email, organisation: coordinator.organisationName }]
      : []),
    ...filledLines(form).map(line => {
      const { head, organisationName } = form.lines[line.key]
      return { email: head.email, organisation: organisationName }
    }),
  ]
  const pairs = new Set(given.map(({ email, organisation }) => `${fold(email)}\n${fold(organisation)}`))
  return repeated([...pairs].map(pair => pair.split('\n')[0] ?? ''))
}

export function fold(text: string): string {
  return text.trim().toLowerCase()
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.filter((text, index) => text !== '' && texts.indexOf(text) !== index))
}

/** Ministries and public bodies mostly bear the name of their line; others have one of their own. */
function named(line: CompositionLine): boolean {
  return line.kind === 'ministry' || line.kind === 'publicBody'
}

function lineNamed(form: SetupForm, organisationName: string): CompositionLine['key'] | null {
  const wanted = fold(organisationName)
  const byOrganisation = filledLines(form).find(line => fold(form.lines[line.key].organisationName) === wanted)
  return (byOrganisation ?? nwgComposition.find(line => fold(line.label) === wanted))?.key ?? null
}

function isNamed(head: PersonFields): boolean {
  return head.name.trim() !== '' && head.email.trim() !== ''
}

function person({ name, email }: PersonFields): PersonFields {
  return { name: name.trim(), email: email.trim() }
}

function whole(lines: Partial<Record<CompositionLine['key'], LineFields>>): SetupForm['lines'] {
  for (const { key } of nwgComposition) if (!lines[key]) throw new Error(`no fields for the line ${key}`)
  return lines as SetupForm['lines']
}
