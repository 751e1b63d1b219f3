import path from 'node:path'
import { type Carried, restore } from '#app/data/backup/index.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

const USAGE = [
  'npm run restore -- FOLDER                  puts a backup in the place of the data; the server must not run',
  'npm run restore -- FOLDER --with-deleted   brings back also what people deleted or took back since',
]

const words = process.argv.slice(2)
const [folder, option, ...rest] = words
if (folder === undefined || folder.startsWith('-') || rest.length > 0 || (option !== undefined && option !== '--with-deleted')) {
  console.error(USAGE.join('\n'))
  process.exit(2)
}
await runCommand(async () => {
  const { claims, carried, replaced } = await restore(readSettings(process.env), path.resolve(folder), {
    withDeleted: option !== undefined,
    now: new Date(),
  })
  console.log(
    [
      `Restored: ${claims} claims. Everybody has to sign in or type their words again.`,
      ...aboutDeletions(carried),
      ...aboutReplaced(replaced),
    ].join('\n'),
  )
})

function aboutDeletions(carried: Carried | null): string[] {
  if (carried === null) {
    return [
      'WARNING: what people deleted or took back after the backup was made is there again: claims, papers, shares, access of members, old words.',
      'Tell the organizations, so that they can take it away again.',
    ]
  }
  const { drafts, papers, cases, members, olderPhrases } = carried
  return [
    `Deleted again, because it was deleted or taken back since: claims ${drafts}, papers ${papers}, cases ${cases}, access of members ${members}.`,
    `Claims whose eight words are older ones again: ${olderPhrases}.`,
    'Everything else is as it was: answers, roles, passwords, and how much of a claim is shared.',
  ]
}

function aboutReplaced(replaced: string | null): string[] {
  return replaced === null ? [] : [`The data from before is in ${replaced}. Delete it when you do not need it any more.`]
}
