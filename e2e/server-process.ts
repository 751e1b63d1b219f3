import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { PROGRAMS_FOLDER } from '#scripts/programs.ts'
import { EXIT } from './addresses.ts'

/** Starts one of the two servers as its npm script does, on what was built. */
export function startScript(name: 'serve' | 'training', env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [path.resolve(PROGRAMS_FOLDER, `${name}.js`)], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', HOST: '127.0.0.1', EXIT_URL: EXIT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Everything that a process writes until it ends, and its exit code. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  // One that has ended says so no second time.
  if (child.exitCode !== null || child.signalCode !== null)
    return { code: child.exitCode, stderr: stderr + String(child.stderr?.read() ?? '') }
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

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
