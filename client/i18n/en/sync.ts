export const sync = {
  connecting: 'Connecting…',
  unsaved: 'Saving…',
  saved: 'Saved',
  readOnly: 'Live: changes by others appear here',
  back: 'The connection is back.',
  offline: {
    saved: (since: string) => `No connection since ${since}. What you wrote before is saved; you can go on writing.`,
    unsaved: (since: string) =>
      `No connection since ${since}. Your latest words are not saved yet: keep this page open, they go out when the connection returns.`,
  },
  refused: {
    signInAgain: 'Your session has ended. Sign in again to go on.',
    notPermitted: 'You may no longer write here. Load the page again to go on reading.',
    noSuchDocument: 'This text is not here, or is not open to you.',
    otherEpoch: 'This text was replaced while you were away. Load the page again to see it.',
    tooLarge: 'This change makes the text larger than it may be. Load the page again and add it in smaller parts.',
    frozen: 'This text is closed for writing.',
    other: 'The server could not take this change. Load the page again.',
    unsaved: 'Your latest words here are not saved. Copy them before you leave this page.',
  },
}
