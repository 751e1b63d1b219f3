import { spawn } from 'node:child_process'
import { once } from 'node:events'

const HOLDER = `
const Database = require('better-sqlite3')
new Database(process.argv[1]).exec('BEGIN IMMEDIATE')
process.stdout.write('held')
process.stdin.resume().on('end', () => process.exit())
`

/**
 * For tests and measurements: starts a process that takes the write lock of an SQLite file and holds it.
 * @returns a function that releases the lock
 */
export async function holdWriteLock(file: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['-e', HOLDER, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await closed
  }
}
