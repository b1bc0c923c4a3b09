import { describe, expect, test } from 'vitest'
import { appointmentRefusal, isInForce, type AppointmentSetting } from './offices.ts'
import type { Office } from './people.ts'

const free: AppointmentSetting = { held: [], otherHolder: null, votingSeat: false }

describe('appointment to an office', () => {
  test.each<{ rule: string; office: Office; setting: Partial<AppointmentSetting>; refused: string | null }>([
    {
      rule: '[G1] the National Co-ordinator’s, when nobody holds it',
      office: 'nationalCoordinator',
      setting: {},
      refused: null,
    },
    {
      rule: '[G1] the National Co-ordinator’s, when another holds it',
      office: 'nationalCoordinator',
      setting: { otherHolder: 'R. Okafor' },
      refused: 'office-held',
    },
    {
      rule: '[G1] the deputy’s, when another holds it',
      office: 'deputyCoordinator',
      setting: { otherHolder: 'R. Okafor' },
      refused: 'office-held',
    },
    {
      rule: '[G1] a Secretariat post beside another',
      office: 'secretariat',
      setting: { otherHolder: 'R. Okafor' },
      refused: null,
    },
    {
      rule: '[G1] the same office twice',
      office: 'secretariat',
      setting: { held: ['secretariat'] },
      refused: 'office-already-held',
    },
    {
      rule: '[G1] a representative as National Co-ordinator',
      office: 'nationalCoordinator',
      setting: { votingSeat: true },
      refused: null,
    },
    {
      rule: '[G11] the Rapporteur as National Co-ordinator',
      office: 'nationalCoordinator',
      setting: { held: ['rapporteur'] },
      refused: 'rapporteur-incompatible',
    },
    {
      rule: '[G11] the Rapporteur as deputy',
      office: 'deputyCoordinator',
      setting: { held: ['rapporteur'] },
      refused: 'rapporteur-incompatible',
    },
    {
      rule: '[G11] the Rapporteur to a Secretariat post',
      office: 'secretariat',
      setting: { held: ['rapporteur'] },
      refused: 'rapporteur-incompatible',
    },
    {
      rule: '[G11] the National Co-ordinator as Rapporteur',
      office: 'rapporteur',
      setting: { held: ['nationalCoordinator'] },
      refused: 'rapporteur-incompatible',
    },
    {
      rule: '[G11] a member of the Secretariat as Rapporteur',
      office: 'rapporteur',
      setting: { held: ['secretariat'] },
      refused: 'rapporteur-incompatible',
    },
    {
      rule: '[G11] who speaks for a voting seat as Rapporteur',
      office: 'rapporteur',
      setting: { votingSeat: true },
      refused: 'office-without-vote',
    },
    {
      rule: '[G11] who speaks for a voting seat to a Secretariat post',
      office: 'secretariat',
      setting: { votingSeat: true },
      refused: 'office-without-vote',
    },
    { rule: '[G11] a person without office or seat as Rapporteur', office: 'rapporteur', setting: {}, refused: null },
  ])('$rule: $refused', ({ office, setting, refused }) => {
    expect(appointmentRefusal(office, { ...free, ...setting })?.type ?? null).toBe(refused)
  })
})

describe('a term', () => {
  test.each([
    { at: 99, inForce: false },
    { at: 100, inForce: true },
    { at: 199, inForce: true },
    { at: 200, inForce: false },
  ])('[G1] from 100 to 200 is in force at $at: $inForce', ({ at, inForce }) => {
    expect(isInForce({ startsAt: 100, endsAt: 200 }, at)).toBe(inForce)
  })

  test('[G1] without an end goes on', () => {
    expect(isInForce({ startsAt: 100, endsAt: null }, Number.MAX_SAFE_INTEGER)).toBe(true)
  })
})
