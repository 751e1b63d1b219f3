import { writeSync } from 'node:fs'
import { openStore } from './store.server.ts'

/**
 * Child process of `killed-server.server.test.ts`: saves in a loop until it is killed, and writes each revision
 * that was acknowledged, one a line. The answer saved as revision n is "answer n".
 * Arguments: data folder, session cookie.
 */
const [dataDirectory = '', session = ''] = process.argv.slice(2)
// Modules are loaded while the process before this one is still at work; a line on standard input starts the saving.
await new Promise(resolve => process.stdin.once('data', resolve))
const { drafts } = await openStore({ dataDirectory, keyFile: `${dataDirectory}/master.key` })
let revision = (await drafts.find(session))?.revision ?? 0
for (;;) {
  const saved = await drafts.save(session, revision, { answers: { story: { value: `answer ${revision + 1}` } }, language: 'en' })
  if (!saved.ok) throw new Error(saved.reason)
  revision = saved.revision
  writeSync(1, `${revision}\n`)
}
