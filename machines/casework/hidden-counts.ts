/**
 * One of the counts that are published together with their sums. Each count is an edge from one node to another, and at every node the
 * counts that come in add up to the counts that go out. A table of rows, columns and totals, or several tables of the same cases, are
 * therefore one net, and its nodes are all the sums that a reader can know.
 */
export interface CountEdge {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** What a reader sees of a count: the number; that it is small; or that it is kept back to protect a small one. */
export type ShownCount = { readonly shown: number } | { readonly hidden: 'small' | 'with-small' }

/** Counts below this are not shown, except zero, which says nothing about any person. */
export const LEAST_SHOWN = 10

/**
 * Hides every small count, and as many others as are needed so that no hidden one can be worked out.
 * @param least counts below this, zero apart, are small
 * @returns in the order of `edges`
 */
export function hideSmallCounts(edges: readonly CountEdge[], least = LEAST_SHOWN): ShownCount[] {
  const isSmall = ({ count }: CountEdge) => count > 0 && count < least
  const hidden = edges.map(isSmall)
  for (;;) {
    const known = edges.findIndex((_edge, index) => hidden[index] && isKnown(edges, hidden, index, least))
    if (known < 0) break
    const next = nextToHide(edges, hidden, edges[known]!)
    // Every count but zeros is hidden now: a reader sees no number at all, and what follows from the word "small" alone cannot be
    // prevented.
    if (next === null) break
    hidden[next] = true
  }
  return edges.map((edge, index) => (hidden[index] ? { hidden: isSmall(edge) ? 'small' : 'with-small' } : { shown: edge.count }))
}

/**
 * Whether only one number fits in the place of a hidden count. Another number fits where all counts on some ring of hidden ones can go up
 * or down by one. Rings are enough, because any two nets with the same sums differ by rings alone.
 */
function isKnown(edges: readonly CountEdge[], hidden: readonly boolean[], index: number, least: number): boolean {
  const { from, to } = edges[index]!
  const mayGoUp = ({ count }: CountEdge) => count >= least || count < least - 1
  const mayGoDown = ({ count }: CountEdge) => (count < least ? count > 1 : count > least)
  const reaches = (start: string, end: string) => {
    const seen = new Set([start])
    const waiting = [start]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node === end) return true
      edges.forEach((edge, place) => {
        if (!hidden[place] || place === index) return
        const onwards = [
          ...(edge.from === node && mayGoUp(edge) ? [edge.to] : []),
          ...(edge.to === node && mayGoDown(edge) ? [edge.from] : []),
        ]
        for (const next of onwards) if (!seen.has(next)) waiting.push((seen.add(next), next))
      })
    }
    return false
  }
  const edge = edges[index]!
  return !(mayGoUp(edge) && reaches(to, from)) && !(mayGoDown(edge) && reaches(from, to))
}

/** The smallest shown count that shares a sum with one that can be worked out, or, where there is none, the smallest of all. */
function nextToHide(edges: readonly CountEdge[], hidden: readonly boolean[], known: CountEdge): number | null {
  const shares = ({ from, to }: CountEdge) => [known.from, known.to].some(node => node === from || node === to)
  const shown = edges.map((edge, index) => ({ edge, index })).filter(({ edge, index }) => !hidden[index] && edge.count > 0)
  const near = shown.filter(({ edge }) => shares(edge))
  const smallest = (near.length > 0 ? near : shown).sort((one, other) => one.edge.count - other.edge.count)[0]
  return smallest?.index ?? null
}
