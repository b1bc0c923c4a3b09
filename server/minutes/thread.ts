/** Entry of the thread that does what takes long with minutes. */
import { serveTasks } from '#server/threads'
import { minutesTasks } from './tasks.ts'

serveTasks(minutesTasks)
