import type { Day } from '#machines/calendar/day.ts'

/**
 * The same function, which works once for an object and a day. One request asks the same of the same answers many times: for guards,
 * progress, titles. A result is dropped with its object, so that answers do not outlive the request that brought them. Use it only for
 * objects that are never changed in place.
 */
export function remembered<Of extends object, Result>(work: (of: Of, today: Day) => Result): (of: Of, today: Day) => Result {
  const results = new WeakMap<Of, { readonly today: Day; readonly result: Result }>()
  return (of, today) => {
    const before = results.get(of)
    if (before?.today === today) return before.result
    const result = work(of, today)
    results.set(of, { today, result })
    return result
  }
}
