import { openStore } from '#app/data/store.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

/** Deletes drafts and cases past their time, and sessions that have ended; may run beside a server. */
await runCommand(async () => {
  const store = await openStore(readSettings(process.env))
  try {
    const { drafts, cases, sessions } = await store.drafts.purgeExpired()
    console.log(`deleted: drafts ${drafts}, cases ${cases}, sessions ${sessions}`)
  } finally {
    await store.close()
  }
})
