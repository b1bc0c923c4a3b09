/** Entry of the thread that reads who wrote a text. */
import { serveTasks } from '#server/threads'
import { participationTasks } from './tasks.ts'

serveTasks(participationTasks)
