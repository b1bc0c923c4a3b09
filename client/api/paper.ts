import { hc } from 'hono/client'
import { err, ok, type Result } from '#shared/core'
import type { NewPaper, PaperAnswer } from '#shared/meeting/papers/schema'
import type { PaperRoutes } from '../../server/meeting/papers/routes.ts'
import { call, parseProblem, parseSuccess, type ApiProblem } from './call.ts'
import { gate } from './gate.ts'

const api = hc<PaperRoutes>('/api', gate.options)

export const addVersionPaper = (itemId: string, json: NewPaper) =>
  call(api.items[':id'].papers.$post({ param: { id: itemId }, json }))

export const removePaper = (id: string) => call(api.papers[':id'].$delete({ param: { id } }))

/** Address of a paper's file. */
export const paperFileUrl = (id: string): string => `/api/papers/${encodeURIComponent(id)}/file`

export interface PaperUpload {
  /** Null where it was cancelled. */
  readonly done: Promise<Result<PaperAnswer, ApiProblem> | null>
  readonly cancel: () => void
}

/**
 * Sends a file. Not by `fetch`, which cannot tell how far it has got.
 *
 * @param onProgress told the share of the file that has left, from 0 to 1
 */
export function uploadPaper(itemId: string, file: File, onProgress: (share: number) => void): PaperUpload {
  const request = new XMLHttpRequest()
  const done = new Promise<Result<PaperAnswer, ApiProblem> | null>(resolve => {
    request.upload.addEventListener('progress', event => onProgress(event.total === 0 ? 0 : event.loaded / event.total))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve(err({ type: 'unreachable' })))
    request.addEventListener('abort', () => resolve(null))
  })
  request.open('POST', `/api/items/${encodeURIComponent(itemId)}/files?name=${encodeURIComponent(file.name)}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.send(file)
  return { done, cancel: () => request.abort() }
}

function answerOf(request: XMLHttpRequest): Result<PaperAnswer, ApiProblem> {
  try {
    const body: unknown = JSON.parse(request.responseText)
    return request.status === 201 ? ok(parseSuccess<PaperAnswer>(body)) : err(parseProblem(body))
  } catch {
    return err({ type: 'unreachable' })
  }
}
