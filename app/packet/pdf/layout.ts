import type { LanguageCode } from '#app/i18n/languages.ts'
import type { SetText, Typesetter } from './set-text.ts'
import type { Tag, TagType } from './structure.ts'
import { BODY, PAGE, type TextStyle } from './styles.ts'

/** Where the blocks of one sheet are made ready. */
export interface Layout {
  /** Language of the sheet. */
  readonly language: LanguageCode
  /** Language of the person, in which translations are. */
  readonly person: LanguageCode
  /** The sheet in the structure of the file. */
  readonly sheet: Tag
  /** The sheet is read from right to left: its columns begin on the right. */
  readonly mirrored: boolean
  readonly typesetter: Typesetter
}

/** Sets a text in the language of the sheet, or in another one. Width in points. */
export const setText = (layout: Layout, text: string, style: TextStyle, width: number, language = layout.language): SetText =>
  layout.typesetter.set(text, language, style, width)

/** A new element of the sheet. */
export const tag = (type: TagType, parent: Tag, more: Omit<Tag, 'type' | 'parent'> = {}): Tag => ({ type, parent, ...more })

/** Left edge of a box on the page, given its distance from the side where lines begin; in points. */
export const leftOf = (layout: Layout, start: number, width: number): number =>
  layout.mirrored ? PAGE.side + BODY.width - start - width : PAGE.side + start
