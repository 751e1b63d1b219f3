import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PROGRAMS_FOLDER } from '#scripts/programs.ts'
import { EXIT } from './addresses.ts'

/** The error output of each process that was started here. */
const errors = new WeakMap<ChildProcess, string>()

/**
 * Starts one of the two servers as its npm script does, on what was built.
 * @param root folder of the project; another one is another build
 * @param options options of Node
 */
export function startScript(
  name: 'serve' | 'training',
  env: Readonly<Record<string, string>>,
  root = process.cwd(),
  options: readonly string[] = [],
): ChildProcess {
  const child = spawn(process.execPath, [...options, path.resolve(root, PROGRAMS_FOLDER, `${name}.js`)], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', HOST: '127.0.0.1', EXIT_URL: EXIT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr.on('data', (chunk: Buffer) => errors.set(child, (errors.get(child) ?? '') + chunk.toString()))
  return child
}

/** The error output of a process started here, so far. */
export const errorsOf = (child: ChildProcess): string => errors.get(child) ?? ''

/** Waits until a process started here ends. Resolves with its exit code and its whole error output. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  // A process that has already ended sends no further `exit` event.
  const over = child.exitCode !== null || child.signalCode !== null
  const code = over ? child.exitCode : await new Promise<number | null>(resolve => child.once('exit', resolve))
  // A child of the process may keep its error output open a little longer.
  if (child.stderr?.readableEnded === false) await Promise.race([once(child.stderr, 'end'), wait(1_000)])
  return { code, stderr: errorsOf(child) }
}

/** Waits for a server's first line, which says that it listens. If the server ends instead, the error has what it wrote. */
export function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\n', 1)[0] ?? ''))
    void ended(child).then(({ code, stderr }) => reject(new Error(`the server ended with ${code}: ${stderr}`)))
  })
}
