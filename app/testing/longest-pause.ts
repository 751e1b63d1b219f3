/** Milliseconds between two checks of whether this thread is free. */
const ASK_EVERY_MS = 5

/** For tests: the longest time, in milliseconds, for which this thread was held up while the work went on. */
export async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, ASK_EVERY_MS)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  return longest
}
