/**
 * What the workspace calls a text to which nobody gave a title, in facts: each reader's language makes the words of them.
 * The `title` that stands beside it is for outside tools and exports.
 */
export type GivenName =
  | { readonly kind: 'planVersion'; readonly plan: 'nap' | 'children'; readonly number: number }
  /** Terms of reference of an office, or else of the group. [G10] */
  | {
      readonly kind: 'termsVersion'
      readonly office: 'nationalCoordinator' | 'secretariat' | null
      readonly group: string
    }
  /** Of the group's chair. [G6] */
  | { readonly kind: 'election'; readonly group: string }

/** What a text is called: by the title it was given, or by the facts that make one. */
export interface TextTitle {
  readonly title: string
  readonly name: GivenName | null
}

/** The one parser of stored names; only the opening of a vote writes them. */
export function parseGivenName(text: string | null): GivenName | null {
  return text === null ? null : (JSON.parse(text) as GivenName)
}

/** Titles that people gave, for lists of many. */
export function namedByPeople(titles: ReadonlyMap<string, string>): ReadonlyMap<string, TextTitle> {
  return new Map([...titles].map(([id, title]) => [id, { title, name: null }]))
}
