import type { LanguageCode } from '#app/i18n/languages.ts'

/**
 * What a packet says, before anybody draws it: sheets made of a few kinds of block, all of them
 * ready strings. `paths` name the places in the claim file that a string was taken from, so that a
 * test can prove that no answer was forgotten.
 *
 * `translation` says the same once more in the language of the person (`PacketView.language`), beneath: on sheets that are
 * signed in English, nobody shall sign what they cannot read.
 */

/** Words, and what they say in the language of the person. */
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
  /** Nothing was answered: `value` holds the words for that. */
  readonly open?: boolean
  /** Nothing was answered and a line is drawn to be filled in by hand; `value` is empty. */
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

/** A sentence with what stands small beneath it, such as its source. */
export interface Point extends Said {
  readonly notes?: readonly string[]
}

export interface CheckItem extends Said {
  readonly paths?: readonly string[]
}

/** One empty line to be filled in by hand above its label. */
export interface HandLine {
  readonly label: string
  readonly labelTranslation?: string
  /** Share of the width. */
  readonly weight: number
}

/** A line of the contents: the page on which the sheet begins is known to the renderer alone. */
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
  | { readonly kind: 'writing-space'; readonly label: string; readonly labelTranslation?: string; readonly lines: number }
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

/** Papers that belong together; they begin on a page of their own unless they flow on. */
export interface Sheet {
  readonly id: string
  readonly title: string
  readonly titleTranslation?: string
  /** Short line above the title; says what kind of paper this is. */
  readonly eyebrow: string
  readonly language: LanguageCode
  readonly blocks: readonly Block[]
  /** May begin on the page where the sheet before it ends. */
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
  /** Stands across every page, a line each; none on a real packet. */
  readonly watermark: readonly string[]
  /** Title of the file: neutral, because it shows in lists of files and windows. */
  readonly title: string
  readonly language: LanguageCode
  readonly today: string
}
