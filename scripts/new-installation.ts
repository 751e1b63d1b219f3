import { openStore } from '#app/data/store.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

/** An operator's confirmation that a key begins a new, empty database: for a key file that was used before, or that was made elsewhere. */
await runCommand(async () => {
  const settings = readSettings(process.env)
  const store = await openStore({ ...settings, newInstallation: true })
  await store.close()
  console.log(`A new, empty installation was made with the key file ${settings.keyFile}. Now start the server.`)
})
