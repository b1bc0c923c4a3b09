export { cleanFileName } from './file-name.ts'
export { endingOf, fileEndings, fileKinds, kindOfName, type FileForm, type FileKind } from './kinds.ts'
export { fileLimitBytes, fileNameLimit, paperLimit } from './limits.ts'
