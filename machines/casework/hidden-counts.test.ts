import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmallCounts, type CountEdge, type ShownCount } from './hidden-counts.ts'

/**
 * A table with totals as a net: edges lead from the start through rows and columns to the end, and one edge with the grand total leads
 * back.
 */
function tableOf(cells: readonly (readonly number[])[]): CountEdge[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const columns = (cells[0] ?? []).map((_cell, column) => sum(cells.map(row => row[column]!)))
  return [
    ...cells.map((row, index) => ({ from: 'start', to: `row ${index}`, count: sum(row) })),
    ...cells.flatMap((row, index) => row.map((count, column) => ({ from: `row ${index}`, to: `column ${column}`, count }))),
    ...columns.map((count, column) => ({ from: `column ${column}`, to: 'end', count })),
    { from: 'end', to: 'start', count: sum(columns) },
  ]
}

/**
 * What a reader can find by trying: for each hidden count, every number that it takes in some net with the same sums and the same shown
 * counts. It tries all nets with counts up to `most` and shares no code with what is tested.
 */
function triedNumbers(edges: readonly CountEdge[], shown: readonly ShownCount[], least: number, most: number): Set<number>[] {
  const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  const lastEdgeOf = new Map(nodes.map(node => [node, edges.findLastIndex(({ from, to }) => from === node || to === node)]))
  const numbers = edges.map(() => new Set<number>())
  const given = edges.map(() => 0)
  const balance = new Map(nodes.map(node => [node, 0]))
  const choices = shown.map(each => {
    if ('shown' in each) return [each.shown]
    const [from, until] = each.hidden === 'small' ? [1, least] : [least, most + 1]
    return Array.from({ length: Math.max(0, until - from) }, (_each, index) => from + index)
  })
  const add = (node: string, amount: number) => balance.set(node, (balance.get(node) ?? 0) + amount)
  const walk = (index: number): void => {
    if (index === edges.length) return given.forEach((number, place) => void numbers[place]!.add(number))
    const { from, to } = edges[index]!
    // The last count at a node follows from the others, so no other number needs to be tried.
    const [fromEnds, toEnds] = [from, to].map(node => lastEdgeOf.get(node) === index)
    const left = fromEnds ? balance.get(from)! : toEnds ? -balance.get(to)! : null
    for (const number of left === null ? choices[index]! : choices[index]!.filter(each => each === left)) {
      given[index] = number
      add(from, -number)
      add(to, number)
      if (!toEnds || balance.get(to) === 0) walk(index + 1)
      add(from, number)
      add(to, -number)
    }
  }
  walk(0)
  return numbers
}

const LEAST = 3
const small = fc.integer({ min: 0, max: 6 })

describe('hidden counts', () => {
  test('are only the counts below the least, except zero, where that is enough', () => {
    expect(
      hideSmallCounts(
        tableOf([
          [10, 20],
          [30, 40],
        ]),
      ).every(each => 'shown' in each),
    ).toBe(true)
    expect(hideSmallCounts([...[9, 0, 2, 30].map(count => ({ from: 'a', to: 'b', count })), { from: 'b', to: 'a', count: 41 }])).toEqual([
      { hidden: 'small' },
      { shown: 0 },
      { hidden: 'small' },
      { shown: 30 },
      { shown: 41 },
    ])
  })

  test('include a second count where the sum would reveal a single one', () => {
    const edges = [4, 25, 60].map(count => ({ from: 'a', to: 'b', count }))
    expect(hideSmallCounts([...edges, { from: 'b', to: 'a', count: 89 }])).toEqual([
      { hidden: 'small' },
      { hidden: 'with-small' },
      { shown: 60 },
      { shown: 89 },
    ])
  })

  test('include one more count where all hidden ones are as small, or as large, as they can be', () => {
    for (const count of [1, 9]) {
      const edges = [count, count, 40, 60].map(each => ({ from: 'a', to: 'b', count: each }))
      const shown = hideSmallCounts([...edges, { from: 'b', to: 'a', count: 2 * count + 100 }])
      expect(shown.slice(0, 3).every(each => 'hidden' in each)).toBe(true)
      expect(shown[3]).toEqual({ shown: 60 })
    }
  })

  test('of any table cannot be worked out from its shown counts and sums', () => {
    fc.assert(
      fc.property(fc.array(fc.array(small, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }), cells => {
        const edges = tableOf(cells)
        const shown = hideSmallCounts(edges, LEAST)
        const most = Math.max(...edges.map(({ count }) => count)) + 1
        const everything = shown.every(each => 'hidden' in each || each.shown === 0)
        triedNumbers(edges, shown, LEAST, most).forEach((numbers, index) => {
          if (!everything && 'hidden' in shown[index]!) expect(numbers.size, JSON.stringify({ cells, shown, index })).toBeGreaterThan(1)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('of several tables of the same cases cannot be worked out from their common number', () => {
    const tables = fc
      .integer({ min: 0, max: 16 })
      .chain(total => fc.array(fc.integer({ min: 0, max: total }), { minLength: 2, maxLength: 2 }).map(cuts => ({ total, cuts })))
    fc.assert(
      fc.property(tables, ({ total, cuts: [one = 0, other = 0] }) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const edges: CountEdge[] = [
          ...[low, high - low, total - high].map(count => ({ from: 'start', to: 'middle', count })),
          ...[one, total - one].map(count => ({ from: 'middle', to: 'end', count })),
          { from: 'end', to: 'start', count: total },
        ]
        const shown = hideSmallCounts(edges, LEAST)
        if (shown.every(each => 'hidden' in each || each.shown === 0)) return
        triedNumbers(edges, shown, LEAST, total + 1).forEach((numbers, index) => {
          if ('hidden' in shown[index]!) expect(numbers.size, JSON.stringify({ edges, shown, index })).toBeGreaterThan(1)
        })
      }),
      { numRuns: 300 },
    )
  })
})
