import { pluralFor } from '../plural.ts'

const plural = pluralFor('en')

export const sync = {
  here: 'Here now',
  others: (count: number) => `and ${plural(count, { one: 'other', other: 'others' })}`,
  connecting: 'Connecting…',
  unsaved: 'Saving…',
  late: {
    device: 'Not saved yet: the server has not answered for a while. Your latest words are kept on this device.',
    page: 'Not saved yet: the server has not answered for a while. Your latest words are only on this page: keep it open.',
  },
  saved: 'Saved',
  readOnly: 'Live: changes by others appear here',
  back: 'The connection is back.',
  mayWrite: 'You can write here again.',
  mayRead: 'You are reading along now.',
  offline: (since: string) => `No connection since ${since}.`,
  hindered: {
    notStored: 'Not stored: the server cannot store text at the moment.',
    busy: 'The server is busy at the moment.',
    tooManyWindows: 'Too many windows are open in your name: close those you do not need.',
  },
  words: {
    none: 'This page tries again by itself.',
    stored: 'What you wrote is saved; you can go on writing.',
    device: 'Your latest words are kept on this device and are sent as soon as the connection is back.',
    page: 'Your latest words are only on this page: keep it open until the connection is back.',
  },
  afresh: {
    differed: 'This page had come to differ from the stored text and was opened afresh.',
    otherEpoch: 'The text was replaced by another; this is the new one.',
    turnedAway: 'The text was opened afresh, without your latest words: they stand above it.',
  },
  refused: {
    signInAgain: 'Your session has ended. Sign in again to go on.',
    notPermitted: 'You may no longer write here.',
    noSuchDocument: 'This text is not here, or is not open to you.',
    otherEpoch: 'This text was replaced while you were away.',
    tooLarge: 'The text is larger than it may be. Shorten it, or ask the Secretariat to split the section.',
    frozen: 'This text is closed for writing.',
    other: 'The server could not take this change. Load the page again.',
  },
  refusedWords: {
    device: 'Your latest words are kept on this device and go out when you are back.',
    page: 'Your latest words are only on this page. Copy them before you leave it.',
    returned: 'Your latest words stand above the text.',
  },
  nearlyFull: (share: string) =>
    `This section holds ${share} of the text that it can. Shorten it, or ask the Secretariat to split it.`,
  returned: {
    note: 'Changes of yours are not in the text',
    title: 'Your words that are not in the text',
    why: {
      signInAgain: 'Your session ended before these words were saved.',
      notPermitted: 'You may not write here at present, so these words did not go in.',
      noSuchDocument: 'This text is no longer open to you, so these words did not go in.',
      otherEpoch: 'The text was replaced by another before these words were saved.',
      tooLarge:
        'With these words the text would be larger than it may be. Shorten it, or ask the Secretariat to split the section; then put them in again.',
      frozen: 'The text was closed for writing before these words were saved.',
      removed: 'Others removed the part of the text in which you wrote these words.',
      other: 'The server could not take this change.',
    },
    kept: 'They are kept on this device, for you alone, until you discard them.',
    onPage: 'They are only on this page: copy them before you leave it.',
    place: {
      new: 'A new paragraph',
      within: (begins: string) => `In the paragraph “${begins}”`,
      framework: 'In the results framework',
    },
    nothing: 'You only took text away, and that did not go in. No words of yours are missing.',
    dismiss: 'Dismiss',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'The browser did not let the words be copied. Select them and copy them by hand.',
    putBack: 'Put at the end of the text',
    putDone: 'Your words now stand at the end of the text.',
    discard: 'Discard',
    confirm: {
      title: 'Discard these words?',
      text: 'They are removed from this device and cannot be brought back.',
      act: 'Discard the words',
    },
  },
}
