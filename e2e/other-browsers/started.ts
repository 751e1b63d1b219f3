import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'

/** Starts a program with processes of its own, which end with it. */
export function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>, stdio: StdioOptions): ChildProcess {
  return spawn(program, args, { env: { ...process.env, ...env }, stdio, detached: true })
}

/** Waits for words of a program; gives the first group. */
export function told(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        const found = words.exec(text)
        if (found) resolve(found[1] ?? '')
      })
    }
    child.once('exit', code => reject(new Error(`it ended with ${code}: ${text}`)))
  })
}

/** Ends a program and its processes. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const over = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await over
}
