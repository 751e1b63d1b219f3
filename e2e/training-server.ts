import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { EXIT } from './addresses.ts'

export const TRAINING_PORT = 4527
export const TRAINING = `http://127.0.0.1:${TRAINING_PORT}`
/** Data folder of the training under test. */
export const TRAINING_DATA = path.join(tmpdir(), `browser-tests-${TRAINING_PORT}`)

/** Starts one of the two servers as its npm script does, on what was built for all browser tests. */
export function startScript(name: 'serve' | 'training', env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', path.resolve('scripts', `${name}.ts`)], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', HOST: '127.0.0.1', EXIT_URL: EXIT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Everything that a process writes until it ends, and its exit code. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise<number | null>(resolve => child.once('exit', resolve))
  return { code, stderr }
}

/** Waits for the line with which a server says that it listens. */
export function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
}
