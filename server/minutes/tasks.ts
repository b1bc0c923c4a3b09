import { narrativeOfUpdates } from '#shared/narrative'
import { layOut, paperHtml, type Language, type MinutesToPrint } from './export/index.ts'

/** Minutes to be made into a file. */
export interface FileToMake {
  readonly print: MinutesToPrint
  readonly language: Language
  readonly format: FileFormat
}

export const fileFormats = ['html', 'docx', 'pdf'] as const
export type FileFormat = (typeof fileFormats)[number]

/**
 * What takes long with minutes, and is done in a thread. What is large comes and goes as JSON: to copy it between threads
 * as objects takes several times as long, on both sides.
 */
export const minutesTasks = {
  /** @returns JSON of each narrative, or of why there is none */
  narratives: (texts: readonly (readonly Uint8Array[])[]) =>
    texts.map(updates => JSON.stringify(narrativeOfUpdates(updates))),

  /**
   * What sets DOCX and PDF is loaded when somebody first asks for it.
   *
   * @param source JSON of a `FileToMake`
   * @returns null for minutes that cannot be set
   */
  async file(source: string): Promise<Uint8Array | null> {
    const { print, language, format } = JSON.parse(source) as FileToMake
    const paper = layOut(print, language)
    switch (format) {
      case 'html':
        return new TextEncoder().encode(paperHtml(paper))
      case 'docx':
        return (await import('./export/docx.ts')).paperDocx(paper)
      case 'pdf':
        return (await import('./export/pdf.ts')).paperPdf(paper)
    }
  },
}
