// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Button, initials, RadioGroup, Select, Tabs, TextInput } from './index.ts'

afterEach(cleanup)

describe('TextInput', () => {
  test('label, hint and error belong to the input', () => {
    render(() => (
      <TextInput label="E-mail" hint="Of your office" error="Not an address" value="x" onInput={() => undefined} />
    ))
    const input = screen.getByLabelText('E-mail')
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent)
    expect(described).toEqual(['Of your office', 'Not an address'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  test('a text over its limit is kept whole, marked and held back from submission', () => {
    const [value, setValue] = createSignal('abc')
    render(() => <TextInput label="Name" maxLength={5} value={value()} onInput={setValue} />)
    const input = screen.getByLabelText<HTMLInputElement>('Name')
    expect(input.validity.valid).toBe(true)
    fireEvent.input(input, { target: { value: 'abcdefgh' } })
    expect(value()).toBe('abcdefgh')
    expect(screen.getByText('3 characters too many. Please shorten the text.')).toBeTruthy()
    expect(input.validity.valid).toBe(false)
  })
})

test('a select without a choice shows its placeholder, and reports only options it has', () => {
  const onChange = vi.fn()
  const options = [
    { value: 'nwg', label: 'National Working Group' },
    { value: 'twg', label: 'Prevention' },
  ] as const
  render(() => <Select label="Group" options={options} value={null} onChange={onChange} />)
  const select = screen.getByLabelText<HTMLSelectElement>('Group')
  expect(select.selectedOptions[0]?.textContent).toBe('Choose…')
  fireEvent.change(select, { target: { value: 'twg' } })
  expect(onChange.mock.calls).toEqual([['twg']])
})

test('a busy button keeps its focus and takes no press', () => {
  const onPress = vi.fn()
  const [busy, setBusy] = createSignal(false)
  render(() => (
    <Button busy={busy()} onPress={onPress}>
      Cast ballot
    </Button>
  ))
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Cast ballot' })
  button.focus()
  setBusy(true)
  fireEvent.click(button)
  expect(onPress).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  setBusy(false)
  fireEvent.click(button)
  expect(onPress).toHaveBeenCalledOnce()
})

test('a radio group is named by its legend and reports the choice', () => {
  const onChange = vi.fn()
  render(() => (
    <RadioGroup
      legend="Your ballot"
      variant="cards"
      value={null}
      onChange={onChange}
      options={[{ value: 'YES', label: 'Yes' }]}
    />
  ))
  expect(screen.getByRole('group', { name: 'Your ballot' })).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Yes'))
  expect(onChange.mock.calls).toEqual([['YES']])
})

test('arrow keys move among tabs, around the ends', () => {
  render(() => (
    <Tabs
      label="Views"
      tabs={[
        { id: 'text', label: 'Text', panel: () => 'the text' },
        { id: 'ballots', label: 'Ballots', panel: () => 'the ballots' },
      ]}
    />
  ))
  const shown = (): string | null => screen.getByRole('tabpanel').textContent
  expect(shown()).toBe('the text')
  fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowLeft' })
  expect(shown()).toBe('the ballots')
  fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight' })
  expect(shown()).toBe('the text')
})

test.each([
  ['Ana Kovač', 'AK'],
  ['ana-maria de la cruz', 'AC'],
  ['Élodie', 'É'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
