/** What may be handed in with an item, by the ending of its name; its bytes have to agree. */

/** How the bytes show what they are. */
export type FileForm = 'pdf' | 'png' | 'jpeg' | 'text' | 'ooxml' | 'odf'

export interface FileKind {
  readonly form: FileForm
  readonly mediaType: string
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

/** Neither programs nor scripts nor pages, and of office files only those that cannot hold macros. */
export const fileKinds = {
  pdf: { form: 'pdf', mediaType: 'application/pdf' },
  docx: { form: 'ooxml', mediaType: `${office}.wordprocessingml.document` },
  xlsx: { form: 'ooxml', mediaType: `${office}.spreadsheetml.sheet` },
  pptx: { form: 'ooxml', mediaType: `${office}.presentationml.presentation` },
  odt: { form: 'odf', mediaType: `${open}.text` },
  ods: { form: 'odf', mediaType: `${open}.spreadsheet` },
  odp: { form: 'odf', mediaType: `${open}.presentation` },
  txt: { form: 'text', mediaType: 'text/plain' },
  csv: { form: 'text', mediaType: 'text/csv' },
  png: { form: 'png', mediaType: 'image/png' },
  jpg: { form: 'jpeg', mediaType: 'image/jpeg' },
  jpeg: { form: 'jpeg', mediaType: 'image/jpeg' },
} as const satisfies Record<string, FileKind>

export const fileEndings = Object.keys(fileKinds)

/** @param name cleaned; what kind of file its ending claims, null for one that is not taken */
export function kindOfName(name: string): FileKind | null {
  const ending = endingOf(name)
  const found = Object.entries(fileKinds).find(([known]) => known === ending)
  return found ? found[1] : null
}

/** Lower case, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return (/\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '').toLowerCase()
}
