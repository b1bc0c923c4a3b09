import { createMemo } from 'solid-js'
import { createFetched } from '../api/fetched.ts'
import { fetchMemoranda, type Memoranda } from '../api/terms.ts'

/** NGOs that hold a seat and have no memorandum in force; none while that is not known. [G10] */
export function createWithoutMemorandum(): () => Memoranda['without'] {
  const memoranda = createFetched(fetchMemoranda, ['memorandum', 'group'])
  return createMemo(() => memoranda.value()?.without ?? [])
}
