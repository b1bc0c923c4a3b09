export { roomRoutes, type RoomRoutes } from './routes.ts'
