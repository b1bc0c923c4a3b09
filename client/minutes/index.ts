export { ItemMinutes, type ItemMinutesProps } from './ItemMinutes.tsx'
