export { bodyTitle, givenTitle, itemTitle, paperTitle, planTitle, textTitle, voteTitle } from './titles.ts'
