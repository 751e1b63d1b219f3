import { openStore } from '../store.server.ts'

/**
 * Child process of `two-writers.server.test.ts`. It counts from 1 to a number in one answer of a draft, one save a step, beside another
 * process that counts in another answer. A save that conflicts starts again from the stored draft.
 * Arguments: data folder, session cookie, page of the answer, number of steps, address of a PostgreSQL database where the test uses one.
 * Writes its number of conflicts.
 */
const [dataDirectory = '', session = '', page = '', steps = '', databaseUrl = null] = process.argv.slice(2)
const { drafts, close } = await openStore({ dataDirectory, keyFile: `${dataDirectory}/master.key`, databaseUrl })
let { revision, answers } = (await drafts.find(session)) ?? { revision: 0, answers: {} }
let conflicts = 0
process.stdout.write('ready\n')
await new Promise(resolve => process.stdin.once('data', resolve))
for (let step = 1; step <= Number(steps);) {
  answers = { ...answers, [page]: { value: `${page} ${step}` } }
  const saved = await drafts.save(session, revision, { answers, language: 'en' })
  if (saved.ok) {
    revision = saved.revision
    step += 1
  } else {
    if (saved.reason !== 'conflict') throw new Error(saved.reason)
    ;({ revision, answers } = saved.conflict)
    conflicts += 1
  }
}
await close()
process.stdout.write(`${conflicts}\n`)
process.stdin.destroy()
