import type { Strip } from './strip.ts'

/** A strip with its place; `top` is in points from the top of the page. */
export interface Placed {
  readonly strip: Strip
  readonly top: number
  /** The strip repeats one on an earlier page, so it is drawn as an artifact. */
  readonly again: boolean
}

type Group = readonly Strip[]

/** A last page that holds less than this takes strips from the page before it; in points. */
const LEAST = 60
/** It takes strips up to this height in all; in points. */
const MOST_TAKEN = 240

/**
 * Distributes strips over pages. Strips that keep together stand on one page, unless they are higher than a page.
 * @param top where the first line of a page begins, in points
 * @param height how much a page can hold, in points
 */
export function shareOut(strips: readonly Strip[], top: number, height: number): Placed[][] {
  const pages: Group[][] = [[]]
  let used = 0
  for (const group of groupsOf(strips).flatMap(whole => (openingOf(whole) <= height ? [whole] : whole.map(strip => [strip])))) {
    if (used > 0 && used + heightOf(group) > height) {
      pages.push([])
      used = 0
    }
    used += used > 0 ? heightOf(group) : openingOf(group)
    pages.at(-1)?.push(group)
  }
  fillLast(pages, height)
  return pages.map(groups => place(groups.flat(), top))
}

/** Moves strips to a nearly empty last page, so that a sheet does not end with a single line on a page. */
function fillLast(pages: Group[][], height: number): void {
  const last = pages.at(-1)
  const before = pages.at(-2)
  const taken = before?.at(-1)
  if (!last || !before || !taken || before.length < 2 || heightOf(last.flat()) >= LEAST) return
  if (openingOf(taken) > Math.min(MOST_TAKEN, height - heightOf(last.flat()))) return
  before.pop()
  last.unshift(taken)
}

function place(strips: readonly Strip[], top: number): Placed[] {
  const placed: Placed[] = []
  let used = 0
  strips.forEach((strip, index) => {
    if (index === 0 && strip.head) {
      placed.push({ strip: strip.head, top, again: true })
      used = strip.head.height
    } else if (index > 0) used += strip.gap
    placed.push({ strip, top: top + used, again: false })
    used += strip.height
  })
  return placed
}

const heightOf = (strips: Group) => strips.reduce((sum, strip) => sum + strip.gap + strip.height, 0)

/** Height of strips at the top of a page: without the space above them, and with the repeated headings of a table. */
const openingOf = (strips: Group) => heightOf(strips) - (strips[0]?.gap ?? 0) + (strips[0]?.head?.height ?? 0)

/** Groups of strips that keep together. */
function groupsOf(strips: readonly Strip[]): Group[] {
  const groups: Strip[][] = []
  let open = false
  for (const strip of strips) {
    if (open) groups.at(-1)?.push(strip)
    else groups.push([strip])
    open = strip.keep
  }
  return groups
}
