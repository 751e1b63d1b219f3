import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PROGRAMS_FOLDER } from '#scripts/programs.ts'
import { EXIT } from './addresses.ts'

/** What each process that was started has written of its errors. */
const errors = new WeakMap<ChildProcess, string>()

/** Starts one of the two servers as its npm script does, on what was built. */
export function startScript(name: 'serve' | 'training', env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [path.resolve(PROGRAMS_FOLDER, `${name}.js`)], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', HOST: '127.0.0.1', EXIT_URL: EXIT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', (chunk: Buffer) => errors.set(child, (errors.get(child) ?? '') + chunk.toString()))
  return child
}

/** What a process started here has written of its errors so far. */
export const errorsOf = (child: ChildProcess): string => errors.get(child) ?? ''

/** All that a process started here writes of its errors until it ends, and its exit code. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  // One that has ended says so no second time.
  const over = child.exitCode !== null || child.signalCode !== null
  const code = over ? child.exitCode : await new Promise<number | null>(resolve => child.once('exit', resolve))
  // What it started may hold the end open a little longer.
  if (child.stderr?.readableEnded === false) await Promise.race([once(child.stderr, 'end'), wait(1_000)])
  return { code, stderr: errorsOf(child) }
}

/** Waits for the first line of a server, with which it says that it listens. Where it ends instead, the error tells what it wrote. */
export function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\n', 1)[0] ?? ''))
    void ended(child).then(({ code, stderr }) => reject(new Error(`the server ended with ${code}: ${stderr}`)))
  })
}
