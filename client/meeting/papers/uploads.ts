import { createSignal, onCleanup } from 'solid-js'
import { cleanFileName, fileEndings, fileLimitBytes, kindOfName } from '#shared/meeting/papers'
import type { PaperAnswer } from '#shared/meeting/papers/schema'
import type { ApiProblem } from '../../api/call.ts'
import { uploadPaper } from '../../api/paper.ts'

/** A file on its way, or one that was refused and waits to be looked at. */
export interface Sending {
  readonly key: number
  readonly file: File
  /** From 0 to 1. */
  readonly share: number
  readonly problem: ApiProblem | null
  readonly cancel: () => void
}

export interface Uploads {
  readonly sending: () => readonly Sending[]
  readonly add: (files: readonly File[]) => void
  readonly again: (sending: Sending) => void
  readonly dismiss: (sending: Sending) => void
}

/** Sends files, one after the other; what would be refused is not sent at all. A page that is left stops them. */
export function createUploads(itemId: () => string, onAdded: (paper: PaperAnswer) => void): Uploads {
  const [sending, setSending] = createSignal<readonly Sending[]>([])
  let keys = 0
  let last: Promise<void> = Promise.resolve()
  const dismiss = ({ key }: Pick<Sending, 'key'>): void => {
    setSending(list => list.filter(one => one.key !== key))
  }
  const change = (key: number, to: Partial<Sending>): void => {
    setSending(list => list.map(one => (one.key === key ? { ...one, ...to } : one)))
  }

  const send = async (key: number, file: File): Promise<void> => {
    // Cancelled while it waited for its turn.
    if (!sending().some(one => one.key === key)) return
    const upload = uploadPaper(itemId(), file, share => change(key, { share }))
    change(key, { cancel: upload.cancel })
    const answer = await upload.done
    if (answer === null || answer.ok) dismiss({ key })
    else change(key, { problem: answer.problem })
    if (answer?.ok) onAdded(answer.value)
  }

  const add = (files: readonly File[]): void => {
    for (const file of files) {
      const key = ++keys
      const problem = refusalOf(file)
      setSending(list => [...list, { key, file, share: 0, problem, cancel: () => dismiss({ key }) }])
      if (problem === null) last = last.then(() => send(key, file))
    }
  }
  onCleanup(() => sending().forEach(one => one.cancel()))
  return {
    sending,
    add,
    dismiss,
    again(refused) {
      dismiss(refused)
      add([refused.file])
    },
  }
}

/** What the server would say, said before the file is sent: a refusal may not reach a browser that is still sending. */
function refusalOf(file: File): ApiProblem | null {
  if (!kindOfName(cleanFileName(file.name))) return { type: 'file-type-refused', allowed: fileEndings }
  if (file.size > fileLimitBytes) return { type: 'file-too-large', limitBytes: fileLimitBytes }
  return file.size === 0 ? { type: 'file-empty' } : null
}
