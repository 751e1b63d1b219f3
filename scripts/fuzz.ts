import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { KINDS, USUAL_KINDS, type Kind } from './fuzz/kinds.ts'
import { fuzz } from './fuzz/run.ts'

/**
 * `npm run fuzz`: starts a server, sends it requests that no honest browser sends, and fails where the server treats one as a fault of its
 * own.
 */
const USAGE = `npm run fuzz -- [--seed NUMBER] [--requests NUMBER] [--only NUMBER] [--kinds KIND,KIND] [--postgres]
--postgres: on a PostgreSQL server of its own, which is stopped for a twentieth of the requests in the middle
kinds: ${Object.keys(KINDS).join(', ')}`

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text)

/** @returns `null` where the words are not understood */
function readWish(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        requests: { type: 'string' },
        only: { type: 'string' },
        kinds: { type: 'string' },
        postgres: { type: 'boolean' },
      },
    })
    const { postgres = false } = values
    const kinds = values.kinds?.split(',') ?? USUAL_KINDS
    const [seed, requests, only] = [values.seed ?? String(Date.now() % 1e9), values.requests ?? '20000', values.only ?? '0']
    if (!kinds.every(isKind) || ![seed, requests, only].every(text => /^\d{1,9}$/.test(text))) return null
    return { kinds, postgres, seed: Number(seed), requests: Number(requests), ...(values.only !== undefined && { only: Number(only) }) }
  } catch {
    return null
  }
}

const wish = readWish(process.argv.slice(2))
if (!wish) {
  console.error(USAGE)
  process.exit(2)
}
if (spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' }).status !== 0) process.exit(1)
console.log(`seed ${wish.seed}`)
const { statuses, healthy, during, failures } = await fuzz({ ...wish, tell: console.error })
for (const [status, count] of [...statuses].sort()) console.log(`${status}: ${count}`)
console.log(`health answered ${healthy} times, ${during} requests while the database was stopped, ${failures.length} failures`)
process.exitCode = failures.length === 0 ? 0 : 1
