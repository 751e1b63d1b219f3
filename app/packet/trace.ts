import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { leafPaths, leftOutBecause, printedPaths } from './claim-paths.ts'
import type { PacketOptions } from './packet-view.ts'
import type { PacketView, Part } from './sheet.ts'

/** What a page belongs to: a part, or the sheet between the two parts. */
export type PageOf = Part | 'divider'

/** An answer and a page on which it stands. */
export interface Trace {
  /** Place in the claim file. */
  readonly path: string
  readonly sheet: string
  readonly part: PageOf
  /** Number of the page within its part, from 1. */
  readonly page: number
}

/** What became of the answers of one claim: each one is on a page or is left out for a named reason. */
export interface AnswerTrace {
  readonly drawn: readonly Trace[]
  /** Paths of answers in the part that was not asked for. */
  readonly otherPart: readonly string[]
  readonly leftOut: readonly { readonly path: string; readonly why: string }[]
  /** Paths of answers that are in none of the others. This must always be empty. */
  readonly unaccounted: readonly string[]
}

/** A packet that was drawn, and what it was drawn from. */
export interface Drawn {
  /** Where the renderer drew each answer. */
  readonly trace: readonly Trace[]
  readonly part: Part | 'both'
  readonly view: PacketView
  readonly claim: ClaimFile
  readonly options?: PacketOptions
}

/** Finds the pages of every answer of a claim. */
export function answerTrace({ trace, part, view, claim, options = {} }: Drawn): AnswerTrace {
  const onPaper = new Set(trace.map(({ path }) => path))
  const elsewhere = printedPaths({ mail: part === 'keep' ? view.mail : [], keep: part === 'mail' ? view.keep : [] })
  const others = leafPaths(claim).filter(path => !onPaper.has(path))
  const reasons = others.filter(path => !elsewhere.has(path)).map(path => ({ path, why: leftOutBecause(path, claim, options) }))
  return {
    drawn: trace,
    otherPart: others.filter(path => elsewhere.has(path)),
    leftOut: reasons.flatMap(({ path, why }) => (why === null ? [] : [{ path, why }])),
    unaccounted: reasons.flatMap(({ path, why }) => (why === null ? [path] : [])),
  }
}

const HEAD = ['answer', 'part', 'page', 'sheet', 'title']

/**
 * A trace as lines of five columns with tabs between them, for people and for other programs: path of the answer in the claim
 * file, part, page within the part, id and title of the sheet. For an answer on no page, the last column says why.
 * The lines hold no answers.
 */
export function traceLines({ drawn, otherPart, leftOut, unaccounted }: AnswerTrace, view: PacketView): string[] {
  const titles = new Map([...view.mail, view.divider, ...view.keep].map(({ id, title }) => [id, title]))
  const rows = [
    ...drawn.map(({ path, part, page, sheet }) => [path, part, String(page), sheet, titles.get(sheet) ?? sheet]),
    ...otherPart.map(path => [path, 'other-part', '-', '-', '-']),
    ...leftOut.map(({ path, why }) => [path, 'left-out', '-', '-', why]),
    ...unaccounted.map(path => [path, 'unaccounted', '-', '-', '-']),
  ]
  // Sorted by path, with numbers in numeric order: work.2 before work.10.
  rows.sort(([one = ''], [other = '']) => one.localeCompare(other, 'en', { numeric: true }))
  return [HEAD, ...rows].map(row => row.join('\t'))
}
