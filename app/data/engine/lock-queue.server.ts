import { setTimeout as wait } from 'node:timers/promises'

/** Longest pause between two tries. Pauses differ, so that two processes which met do not meet again. */
const LONGEST_PAUSE_MS = 20

/**
 * Waits for a lock that another process holds, without holding up this process. Work that meets the lock is run again until the lock is
 * free. Only the first of the waiting work tries; the rest waits behind it in the order in which it came.
 * @param isBusy whether work failed because of the lock, and was undone
 * @param patienceMs milliseconds after its first try at which work is given up, with its error
 */
export function createLockQueue(isBusy: (error: unknown) => boolean, patienceMs: number): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return async run => {
    const until = performance.now() + patienceMs
    try {
      return await run()
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    const turn = last.then(() => untilFree(run, until))
    last = turn.catch(() => undefined)
    return turn
  }

  async function untilFree<T>(run: () => Promise<T>, until: number): Promise<T> {
    for (;;) {
      try {
        return await run()
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
        await wait(Math.random() * LONGEST_PAUSE_MS)
      }
    }
  }
}
