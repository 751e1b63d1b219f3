/** Choices that follow from a seed alone. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True in about one of `of` cases. */
  readonly oneIn: (of: number) => boolean
}

/**
 * The choices of one request, which depend on no other request, so that one can be made again alone. Mulberry32, a generator of 32 bits
 * (Tommy Ettinger, 2017).
 * @param seed of the run
 * @param request its number
 */
export function randomOf(seed: number, request: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(request + 1, 0xc2b2ae35)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    pick: <T>(list: readonly T[]): T => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('there is nothing to pick from')
      return picked
    },
    oneIn: of => below(of) === 0,
  }
}
