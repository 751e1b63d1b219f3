import path from 'node:path'
import { backUp } from '#app/data/backup/index.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

/** Copies the data of an installation into a new folder; may run beside a server. */
const [folder, ...rest] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
  console.error('npm run backup -- FOLDER    copies the data into a new folder, also while the server runs')
  process.exit(2)
}
await runCommand(async () => {
  const settings = readSettings(process.env)
  const target = path.resolve(folder)
  const claims = await backUp(settings, target)
  console.log(
    [
      `Backed up and checked: ${claims} claims, in ${target}`,
      `The key is not in it. Nobody can read this backup without ${settings.keyFile}.`,
      'Keep a copy of the key file in another place than the backups: beside its key a backup protects nobody.',
      'A backup keeps what people delete later. Delete old backups.',
    ].join('\n'),
  )
})
