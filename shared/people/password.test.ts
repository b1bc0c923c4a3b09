import { expect, test } from 'vitest'
import { isGuessablePassword } from './password.ts'

const person = { name: 'Miriam Ostrowska-Lind', email: 'miriam.ostrowska@interior.example' }

test.each([
  { password: 'Miriam Ostrowska-Lind', guessable: true, why: 'the name' },
  { password: 'miriamostrowskalind', guessable: true, why: 'the name without its spaces' },
  { password: 'MIRIAM.OSTROWSKA@interior.example', guessable: true, why: 'the address' },
  { password: 'miriam.ostrowska', guessable: true, why: 'the first part of the address' },
  { password: 'aaaaaaaaaaaaaaaa', guessable: true, why: 'one character' },
  { password: 'abababababababab', guessable: true, why: 'two characters' },
  { password: 'four sheep on a ferry', guessable: false, why: 'a phrase' },
])('a password that is $why is guessable: $guessable', ({ password, guessable }) => {
  expect(isGuessablePassword(password, person)).toBe(guessable)
})
