/** What a gate did with a task. */
export type GateResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false }

/** Lets few tasks run at once and few wait, so that costly work cannot use up the memory of a small server. */
export interface Gate {
  /** Runs the task, now or after those before it; `ok: false` where too many wait already and it was not run. */
  readonly run: <T>(task: () => Promise<T>) => Promise<GateResult<T>>
}

/**
 * @param atOnce how many tasks may run at once
 * @param waiting how many more may wait
 */
export function createGate(atOnce: number, waiting: number): Gate {
  let running = 0
  const queue: (() => void)[] = []
  return {
    async run(task) {
      if (running < atOnce) running += 1
      else if (queue.length < waiting) await new Promise<void>(resolve => queue.push(resolve))
      else return { ok: false }
      try {
        return { ok: true, value: await task() }
      } finally {
        // The slot passes directly to the next task in line, so that no later task can take it.
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
