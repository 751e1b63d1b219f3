import type { Purge, PurgeReason } from '#app/data/records/index.server.ts'
import { openStore } from '#app/data/store.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

const USAGE = [
  'npm run purge                       deletes claims and cases past their time, and sessions that have ended',
  'npm run purge -- --dry-run          says what would go, why, and past which day; deletes nothing',
  'npm run purge -- --clock-is-right   deletes although the server waits, because the clock is in doubt',
]

const REASONS: Readonly<Record<PurgeReason, string>> = {
  'draft-with-words': 'claims with words, not used or waited for any more',
  'draft-without-words': 'claims without words, not saved any more',
  'case-closed': 'cases that were closed, past the months that their organization chose',
  'case-ended': 'cases whose claim is theirs no more, past the months that their organization chose',
}

/** This command may run beside a server. */
const words = process.argv.slice(2)
const [word] = words
if (words.length > 1 || (word !== undefined && word !== '--dry-run' && word !== '--clock-is-right')) {
  console.error(USAGE.join('\n'))
  process.exit(2)
}
await runCommand(async () => {
  const store = await openStore(readSettings(process.env))
  try {
    if (word !== '--clock-is-right') for (const line of await store.waiting()) console.error(line)
    if (word === '--dry-run') await tellPreview(store.purge)
    else {
      const { drafts, cases, sessions } = await store.purge.run(word ? 'clock-is-right' : 'command')
      console.log(`deleted: drafts ${drafts}, cases ${cases}, sessions ${sessions}`)
    }
  } finally {
    await store.close()
  }
})

async function tellPreview({ preview }: Purge): Promise<void> {
  const { drafts, cases, lines } = await preview()
  console.log(`would be deleted: drafts ${drafts}, cases ${cases}`)
  for (const { why, day, count } of lines) console.log(`${day}  ${count}  ${REASONS[why]}`)
}
