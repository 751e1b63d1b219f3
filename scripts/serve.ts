import { startServer } from './start-server.ts'

/** `npm start`: the app for claims. */
await startServer('claims')
