import type { LanguageCode } from '#app/i18n/languages.ts'

/**
 * What a packet says, before it is drawn: sheets made of a few kinds of block, which hold ready strings. `paths` name the places
 * in the claim file that a string was taken from, so that a test can prove that no answer was forgotten.
 *
 * `translation` is the same text in the language of the person (`PacketView.language`), printed beneath. Sheets that are signed
 * in English have it, because people must be able to read what they sign.
 */

/** Words, and their translation into the language of the person. */
export interface Said {
  readonly text: string
  readonly translation?: string
}

/** One labelled answer. */
export interface Row {
  readonly label: string
  readonly labelTranslation?: string
  readonly value: string
  readonly valueTranslation?: string
  readonly paths: readonly string[]
  /** Nothing was answered, and `value` says so in words. */
  readonly open?: boolean
  /** Nothing was answered, `value` is empty, and a line to fill in by hand is drawn. */
  readonly blank?: boolean
}

export interface Column extends Said {
  /** Share of the width, as in `flex-grow`. */
  readonly weight: number
  readonly align?: 'start' | 'end'
}

export interface Cell extends Said {
  readonly paths?: readonly string[]
  readonly open?: boolean
  readonly blank?: boolean
}

/** A sentence, with small notes beneath it, such as its source. */
export interface Point extends Said {
  readonly notes?: readonly string[]
}

export interface CheckItem extends Said {
  readonly paths?: readonly string[]
}

/** One empty line to fill in by hand, above its label. */
export interface HandLine {
  readonly label: string
  readonly labelTranslation?: string
  /** Share of the width. */
  readonly weight: number
}

/** A line of the table of contents. The renderer adds the page on which the sheet begins. */
export interface ContentsEntry extends Said {
  /** Id of the sheet. */
  readonly sheet: string
}

export type Block =
  | ({ readonly kind: 'heading' } & Said)
  | ({ readonly kind: 'paragraph'; readonly paths?: readonly string[]; readonly small?: boolean } & Said)
  | { readonly kind: 'contents'; readonly entries: readonly ContentsEntry[] }
  | { readonly kind: 'address'; readonly lines: readonly string[]; readonly paths?: readonly string[]; readonly blank?: boolean }
  | { readonly kind: 'figure'; readonly label: string; readonly text: string; readonly note?: string }
  | { readonly kind: 'points'; readonly items: readonly Point[]; readonly ordered?: boolean }
  | { readonly kind: 'checks'; readonly items: readonly CheckItem[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  | ({ readonly kind: 'notice'; readonly title?: string; readonly titleTranslation?: string } & Said)
  /** A person's own words in the language that they were told in. */
  | { readonly kind: 'story'; readonly text: string; readonly language: LanguageCode; readonly paths: readonly string[] }
  | {
      readonly kind: 'writing-space'
      readonly label: string
      readonly labelTranslation?: string
      readonly lines: number
      /** Nothing is missing when nobody writes here. */
      readonly mayStayEmpty?: boolean
    }
  /** One page of an attached paper, with the words stamped on it; `page` counts from 0 within the file; `instead` stands where it cannot be drawn. */
  | {
      readonly kind: 'exhibit-page'
      readonly stamp: string
      readonly alt: string
      readonly instead?: string
      readonly file: string
      readonly page: number
    }
  /** Sentences that must stay on one page with the lines they are signed on; `roomBefore` counts empty lines above them. */
  | {
      readonly kind: 'signature'
      readonly sentences: readonly Said[]
      readonly note?: string
      readonly noteTranslation?: string
      readonly lines: readonly (readonly HandLine[])[]
      readonly roomBefore?: number
    }

/** One document of a packet, of one or more pages. It begins a new page unless it flows on. */
export interface Sheet {
  readonly id: string
  readonly title: string
  readonly titleTranslation?: string
  /** Short line above the title that says what kind of paper this is. */
  readonly eyebrow: string
  readonly language: LanguageCode
  readonly blocks: readonly Block[]
  /** The sheet may begin on the page where the sheet before it ends. */
  readonly flows?: boolean
}

/** The two parts of a packet. */
export const PARTS = ['mail', 'keep'] as const
export type Part = (typeof PARTS)[number]

export interface PacketView {
  readonly mail: readonly Sheet[]
  readonly keep: readonly Sheet[]
  /** The sheet between the parts when both are in one file. */
  readonly divider: Sheet
  /** Footer of each part, with `{page}` and `{pages}` still to be filled in. */
  readonly footers: Readonly<Record<Part, string>>
  /** Lines of the watermark across every page; empty for a real packet. */
  readonly watermark: readonly string[]
  /** Title of the file. It is neutral, because lists of files and windows show it. */
  readonly title: string
  readonly language: LanguageCode
  readonly today: string
}
