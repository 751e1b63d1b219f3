/** Types of the parts that this program uses of two libraries that have no types of their own. */

declare module 'fontkit' {
  export interface Subset {
    /** Adds a glyph and returns its number in the subset. */
    includeGlyph(glyph: number): number
    /** All glyphs of the subset; a glyph can be in it more than once. */
    readonly glyphs: number[]
  }
  export interface Font {
    readonly unitsPerEm: number
    createSubset(): Subset
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'bidi-js' {
  export interface EmbeddingLevels {
    readonly levels: Uint8Array
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[]
  }
  export interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): EmbeddingLevels
  }
  export default function bidiFactory(): Bidi
}
