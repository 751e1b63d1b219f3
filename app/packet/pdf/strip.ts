import type { Pen } from './pen.ts'
import type { Ref } from './pdf-file.ts'

/** What is known only after all pages are laid out. */
export interface Pages {
  /** The page on which a sheet begins: its object and its printed number; `null` for a sheet that is not in this file. */
  startOf(sheet: string): { readonly page: Ref; readonly number: number } | null
}

/** A strip across the page that never breaks. Lengths are in points. */
export interface Strip {
  readonly height: number
  /** Space above the strip, dropped when the strip begins a page. */
  readonly gap: number
  /** The strip stays on the page of the strip after it. */
  readonly keep: boolean
  /** Paths in the claim file of the answers that the strip shows. */
  readonly paths?: readonly string[]
  /** The headings of a table. They are repeated above the strip, as an artifact, when the strip begins a page. */
  readonly head?: Strip
  readonly paint: (pen: Pen, top: number, pages: Pages) => void
}

/** Strips one below the other, with the space after them. */
export interface Flow {
  readonly strips: readonly Strip[]
  readonly after: number
}

/** The strips with more space above the first. */
export const spaced = (strips: readonly Strip[], gap: number): Strip[] =>
  strips.map((strip, index) => (index === 0 ? { ...strip, gap: strip.gap + gap } : strip))

/** The strips kept on one page, as far as one page can hold them. */
export const together = (strips: readonly Strip[]): Strip[] =>
  strips.map((strip, index) => (index < strips.length - 1 ? { ...strip, keep: true } : strip))

/** The strips with the last one kept on the page of what follows. */
export const leading = (strips: readonly Strip[]): Strip[] =>
  strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, keep: true } : strip))

/** The strips with a background drawn under each of them. */
export const upon = (strips: readonly Strip[], under: (pen: Pen, top: number, height: number) => void): Strip[] =>
  strips.map(strip => ({
    ...strip,
    paint: (pen, top, pages) => {
      under(pen, top, strip.height)
      strip.paint(pen, top, pages)
    },
  }))

/** An empty strip, by default kept on the page of the strip after it. */
export const space = (height: number, keep = true): Strip => ({ height, gap: 0, keep, paint: () => undefined })
