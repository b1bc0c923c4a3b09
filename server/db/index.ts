export {
  openDatabase,
  prepareDatabase,
  type Database,
  type DatabaseOptions,
  type Queries,
  type Tx,
} from './database.ts'
export { lockFolder } from './folder-lock.ts'
export * from './schema/index.ts'
