import { createStore } from 'solid-js/store'
import { describe, expect, test } from 'vitest'
import {
  clashingEmails,
  emptyForm,
  repeatedOrganisations,
  toRequest,
  type GroupFields,
  type LineFields,
  type SetupForm,
} from './form.ts'

const filled = (organisationName: string, name = '', email = ''): LineFields => ({
  state: 'filled',
  organisationName,
  head: { name, email },
})

function form(change: Partial<SetupForm>, lines: Partial<SetupForm['lines']> = {}): SetupForm {
  const empty = emptyForm('National Secretariat')
  return { ...empty, ...change, lines: { ...empty.lines, ...lines } }
}

test('what is typed for one line stands on no other', () => {
  const [typed, set] = createStore(emptyForm('National Secretariat'))
  set('lines', 'interior', 'head', 'name', 'Marek')
  set('groups', 'children', 'chairLine', 'interior')
  expect(typed.lines.labour.head.name).toBe('')
  expect(typed.coordinator.name).toBe('')
  expect(typed.groups.protection.chairLine).toBeNull()
})

describe('the request of the wizard', () => {
  test('[G9] leaves vacant lines out, names absent ones, and trims what was typed', () => {
    const request = toRequest(
      form(
        { country: ' Varnia ' },
        {
          interior: filled(' Ministry of Interior ', 'Marek', ' marek@example.org '),
          finance: { ...filled(''), state: 'notApplicable' },
        },
      ),
      'token',
    )
    expect(request.country).toBe('Varnia')
    expect(request.lines).toEqual([
      {
        key: 'interior',
        state: 'filled',
        organisationName: 'Ministry of Interior',
        head: { name: 'Marek', email: 'marek@example.org' },
      },
      { key: 'finance', state: 'notApplicable' },
    ])
    expect(request.nationalCoordinator).toBeNull()
  })

  test('[G8] forgets members and chairs of lines that were emptied afterwards, and chairs without a name', () => {
    const chosen: GroupFields = { lines: ['interior', 'ngo-assistance', 'labour'], chairLine: 'interior' }
    const groups = { ...emptyForm('').groups, protection: chosen }
    const request = toRequest(
      form({ groups }, { interior: filled('Interior'), 'ngo-assistance': filled('Harbour House', 'Noor', 'n@x.org') }),
      'token',
    )
    expect(request.thematicGroups.find(group => group.code === 'protection')).toEqual({
      code: 'protection',
      lines: ['interior', 'ngo-assistance'],
      chairLine: null,
    })
  })

  test.each([
    { organisationName: 'ministry of justice', line: 'justice', why: 'by its label' },
    { organisationName: 'Home Office', line: 'interior', why: 'by the organisation that fills it' },
    { organisationName: 'Cabinet', line: null, why: 'not at all' },
  ])('finds the line of the National Co-ordinator’s organisation $why', ({ organisationName, line }) => {
    const coordinator = { name: 'Ilira', email: 'i@x.org', organisationName, act: 'Decree' }
    const request = toRequest(
      form({ hasCoordinator: 'yes', coordinator }, { interior: filled('Home Office') }),
      'token',
    )
    expect(request.nationalCoordinator?.line).toBe(line)
  })
})

test('[G3] one organisation on two lines is told, whatever its case', () => {
  const repeated = repeatedOrganisations(form({}, { labour: filled('Ministry'), education: filled('MINISTRY ') }))
  expect([...repeated]).toEqual(['ministry'])
})

test('one address in two organisations is told; the same person twice in one organisation is not', () => {
  const coordinator = { name: 'Ilira', email: 'same@x.org', organisationName: 'Interior', act: 'Decree' }
  const shared = form({ hasCoordinator: 'yes', coordinator }, { interior: filled('Interior', 'Ilira', 'Same@x.org') })
  expect([...clashingEmails(shared)]).toEqual([])
  const clashing = form({ hasCoordinator: 'yes', coordinator }, { labour: filled('Labour', 'Ilira', 'same@x.org') })
  expect([...clashingEmails(clashing)]).toEqual(['same@x.org'])
})
