export { thisYear } from './year.ts'
