/** What a reader can do with a version where it stands; each opens its own dialog. */
export type Step = 'open' | 'note' | 'endorse' | 'sendBack' | 'publish'
