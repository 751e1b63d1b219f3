import { openStore } from '#app/data/store.server.ts'
import { readSettings } from '#app/settings.server.ts'

/** Deletes drafts past their time and sessions that have ended; may run beside a server. */
const store = await openStore(readSettings(process.env))
try {
  const { drafts, sessions } = await store.drafts.purgeExpired()
  console.log(`deleted: drafts ${drafts}, sessions ${sessions}`)
} finally {
  await store.close()
}
