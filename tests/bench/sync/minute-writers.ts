/** People who write the minutes of a meeting at the pace of people, with unmodified providers. */
import { performance } from 'node:perf_hooks'
import * as Y from 'yjs'
import { openText, type LiveText } from '#tests/support'

const letters = 'what was agreed and who does it by when '

export interface MinuteWriters {
  /** Letters that were typed. */
  keys(): number
  stop(): void
}

/** @param documentIds texts, over which the writers are spread */
export async function writeMinutes(
  url: string,
  cookies: readonly string[],
  documentIds: readonly string[],
  keysPerSecond: number,
): Promise<MinuteWriters> {
  const writers: { readonly live: LiveText; readonly text: Y.XmlText }[] = []
  for (const [index, cookie] of cookies.entries()) {
    const live = await openText(url, cookie, documentIds[index % documentIds.length] ?? '')
    const text = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    live.doc.getXmlFragment('narrative').push([paragraph])
    writers.push({ live, text })
  }
  let keys = 0
  const began = performance.now()
  // One after the other, spread evenly over the time that each takes for a key; what a late timer owes is typed at once.
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * keysPerSecond * writers.length
    for (; keys < due; keys++) {
      const writer = writers[keys % writers.length]
      writer?.text.insert(writer.text.length, letters[keys % letters.length] ?? ' ')
    }
  }, 10)
  return {
    keys: () => keys,
    stop() {
      clearInterval(timer)
      for (const { live } of writers) live.leave()
    },
  }
}
