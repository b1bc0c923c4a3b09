import type { ActionItemState } from '#shared/action'
import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const action = {
  title: 'Action items',
  lead: 'What meetings left to do, with who does it by when. Each comes back on every agenda of its group until it is closed.',
  tabs: { label: 'Whose', mine: 'Mine', all: 'All' },
  filter: {
    group: 'Group',
    allGroups: 'All groups',
    state: 'Show',
    open: 'Open',
    closed: 'Closed',
  },
  caption: { open: 'Open action items, by the day they are due', closed: 'Closed action items, the latest first' },
  text: 'What',
  owner: 'Who',
  due: 'By',
  from: 'Set in',
  closedHead: 'Closed',
  acts: 'Acts',
  overdue: 'Overdue',
  yours: 'Yours',
  state: { open: 'Open', done: 'Done', dropped: 'No longer wanted' } satisfies Record<ActionItemState, string>,
  closedBy: (name: string) => `by ${name}`,
  empty: {
    mineOpen: 'Nothing is left for you to do',
    mineOpenText:
      'When a meeting gives something to one of your seats, it stands here and on your home page until you say that it is done.',
    open: 'Nothing is left to do',
    openText: 'Action items are written down in a meeting or in its minutes, each with a seat and a day.',
    closed: 'Nothing has been closed yet',
    closedText: 'What was done, or given up for a reason, stays here to be looked up.',
  },
  left: {
    title: 'Still to be done',
    count: (open: number, overdue: number) =>
      overdue === 0
        ? `${plural(open, { one: 'item', other: 'items' })} from earlier meetings`
        : `${plural(open, { one: 'item', other: 'items' })} from earlier meetings, ${overdue} overdue`,
    none: 'Nothing is left from earlier meetings.',
    all: 'All action items',
  },
  add: 'Add an action item',
  edit: 'Change',
  markDone: 'Mark as done',
  markDoneItem: (text: string) => `Mark as done: ${text}`,
  drop: 'No longer wanted',
  more: (text: string) => `More for: ${text}`,
  form: {
    addTitle: 'What is to be done',
    editTitle: 'Change the action item',
    text: 'What is to be done',
    textHint: 'One thing, so that one can say it is done. Nothing about a person who is or may be a victim.',
    owner: 'Who does it',
    ownerHint: 'A seat, so that it does not get lost when persons change.',
    due: 'By which day',
    dueHint: 'The whole of that day, where the meeting is.',
    add: 'Write it down',
    save: 'Save',
    added: 'Written down. It stands in the minutes and on the owner’s home page.',
  },
  close: {
    doneTitle: 'Mark as done',
    doneNote: 'What came of it',
    doneNoteHint: 'For the next meeting; nothing about a person who is or may be a victim.',
    done: 'Mark as done',
    doneSaid: 'Marked as done',
    dropTitle: 'No longer wanted',
    dropNote: 'Why the group no longer wants it done',
    drop: 'Close it',
    dropSaid: 'Closed as no longer wanted',
  },
}
