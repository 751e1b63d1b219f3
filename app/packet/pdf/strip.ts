import type { Pen } from './pen.ts'
import type { Ref } from './pdf-file.ts'

/** What is known only when all pages stand. */
export interface Pages {
  /** Where a sheet begins: its page object and its number as printed; `null` for a sheet that is not in this file. */
  startOf(sheet: string): { readonly page: Ref; readonly number: number } | null
}

/** A strip across the page that never breaks. Lengths in points. */
export interface Strip {
  readonly height: number
  /** Space above it, dropped where it opens a page. */
  readonly gap: number
  /** Stays on the page of the strip after it. */
  readonly keep: boolean
  /** Places in the claim file whose answers it shows. */
  readonly paths?: readonly string[]
  /** Drawn again above it, as an artifact, where it opens a page: the headings of a table. */
  readonly head?: Strip
  readonly paint: (pen: Pen, top: number, pages: Pages) => void
}

/** Strips one below the other, and the space below them. */
export interface Flow {
  readonly strips: readonly Strip[]
  readonly after: number
}

/** The same strips with more space above them. */
export const spaced = (strips: readonly Strip[], gap: number): Strip[] =>
  strips.map((strip, index) => (index === 0 ? { ...strip, gap: strip.gap + gap } : strip))

/** The same strips, kept on one page as far as one page can hold them. */
export const together = (strips: readonly Strip[]): Strip[] =>
  strips.map((strip, index) => (index < strips.length - 1 ? { ...strip, keep: true } : strip))

/** The same strips, the last of which stays with what comes after it. */
export const leading = (strips: readonly Strip[]): Strip[] =>
  strips.map((strip, index) => (index === strips.length - 1 ? { ...strip, keep: true } : strip))

/** The same strips, drawn on something that lies under each of them. */
export const upon = (strips: readonly Strip[], under: (pen: Pen, top: number, height: number) => void): Strip[] =>
  strips.map(strip => ({
    ...strip,
    paint: (pen, top, pages) => {
      under(pen, top, strip.height)
      strip.paint(pen, top, pages)
    },
  }))

/** Empty space that belongs to what is around it. */
export const space = (height: number, keep = true): Strip => ({ height, gap: 0, keep, paint: () => undefined })
