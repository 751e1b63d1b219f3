import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { programFile } from '#app/program.server.ts'
import { createGate, type GateResult } from '#app/security/throttle/gate.server.ts'
import type { CheckedFile } from './checked-file.ts'
import { MOST_MEMORY_BYTES, MOST_MILLISECONDS } from './limits.ts'

const CHILD = programFile('clean-child', 'app/evidence/clean-child.mjs')
/** V8's limit for its own heap, in megabytes. The child watches the memory outside of it. */
const MOST_HEAP_MEGABYTES = 768
/** How many files are cleaned at once, and how many more may wait. Each can take a core and much memory. */
const AT_ONCE = 1
const WAITING = 12
/** How many uploads may be received at once. Each is whole in memory. */
const TAKEN_IN_AT_ONCE = 12

export type CleanAnswer = CheckedFile | { readonly ok: false; readonly problem: 'busy' }

/** Cleans files that people attach, each in its own process. */
export interface Cleaner {
  /** Cleans a file. `too-hard`: the process ran out of time or memory, or crashed. `busy`: too many files wait. */
  readonly clean: (bytes: Uint8Array) => Promise<CleanAnswer>
  /** Runs work that receives an upload. `ok: false`: too many uploads are being received, and the work was not run. */
  readonly takeIn: <T>(work: () => Promise<T>) => Promise<GateResult<T>>
}

/**
 * Each file gets a process and not a thread, because a decoder that crashes ends its whole process, and an attacker who took it
 * over could read the memory of the server's other threads, keys included. The process gets no environment, no output and no
 * second file.
 * @param mostMilliseconds how long one file may take
 * @param mostMemoryBytes how much memory its process may take
 */
export function createCleaner(mostMilliseconds = MOST_MILLISECONDS, mostMemoryBytes = MOST_MEMORY_BYTES): Cleaner {
  const gate = createGate(AT_ONCE, WAITING)
  const intake = createGate(TAKEN_IN_AT_ONCE, 0)
  return {
    async clean(bytes) {
      const done = await gate.run(() => cleanInProcess(bytes, mostMilliseconds, mostMemoryBytes))
      return done.ok ? done.value : { ok: false, problem: 'busy' }
    },
    takeIn: work => intake.run(work),
  }
}

function cleanInProcess(bytes: Uint8Array, mostMilliseconds: number, mostMemoryBytes: number): Promise<CheckedFile> {
  return new Promise(resolve => {
    const child = fork(CHILD, [String(mostMemoryBytes)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${MOST_HEAP_MEGABYTES}`],
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), mostMilliseconds)
    const settle = (answer: CheckedFile) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(answer)
    }
    child.once('message', answer => settle(answer as CheckedFile))
    // The child can end without an answer: by a crash, the memory limit or the time limit.
    child.once('exit', () => settle({ ok: false, problem: 'too-hard' }))
    child.once('error', () => settle({ ok: false, problem: 'too-hard' }))
    child.once('spawn', () => yieldTo(child.pid))
    // A child that ends before it has read everything breaks the pipe. The `exit` event reports it, so the error is ignored here.
    child.send(bytes, () => undefined)
  })
}

/** Lowers the child's priority, so that requests for pages go first. */
function yieldTo(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the system does not allow it: then it simply competes.
  }
}
