import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  confirm: 'Confirm',
  loading: 'Loading…',
  working: 'One moment…',
  required: 'required',
  optional: 'optional',
  choose: 'Choose…',
  more: 'More',
  breadcrumbs: 'You are here',
  opensElsewhere: 'outside the workspace',
  dismiss: 'Dismiss',
  zone: (zone: string) => `All times are in ${zone}`,
  copyLink: {
    copy: 'Copy the address',
    copied: 'Copied',
    failed: 'The browser did not let it be copied. Select the address and copy it by hand.',
    done: 'Done',
  },
  field: {
    limit: (max: number) => `Up to ${plural(max, { one: 'character', other: 'characters' })}.`,
    count: (used: number, max: number) => `${used} of ${max}`,
    left: (left: number) => `${plural(left, { one: 'character', other: 'characters' })} left`,
    over: (over: number) =>
      `${plural(over, { one: 'character', other: 'characters' })} too many. Please shorten the text.`,
  },
  digest: {
    label: 'Digest',
    copy: 'Copy the whole digest',
    copied: 'Copied',
    failed: 'The browser did not allow copying. Select the digest and copy it by hand.',
  },
  tally: {
    part: (label: string, value: number) => `${label} ${value}`,
    none: 'None yet',
  },
  notice: {
    info: 'Note',
    notice: 'Please note',
    alarm: 'Attention',
    success: 'Done',
  },
}
