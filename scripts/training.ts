import { startServer } from './start-server.ts'

/** `npm run training`: the same app with invented people, on a data folder of its own. */
await startServer('training')
