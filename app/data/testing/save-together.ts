import { openStore } from '../store.server.ts'

/**
 * Child process of `two-writers.server.test.ts`: counts in one answer of a draft from 1 to the number given, one save a step, beside
 * another that counts in another answer. A save that meets the other's starts again from what is stored.
 * Arguments: data folder, session cookie, page of the answer, steps, address of a PostgreSQL database where it is one.
 * Writes how many saves met another's.
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
