import type { LanguageCode } from '#app/i18n/languages.ts'
import type { SetText, Typesetter } from './set-text.ts'
import type { Tag, TagType } from './structure.ts'
import { BODY, PAGE, type TextStyle } from './styles.ts'

/** What the builders of a sheet's blocks need to know. */
export interface Layout {
  /** Language of the sheet. */
  readonly language: LanguageCode
  /** Language of the person and of the translations. */
  readonly person: LanguageCode
  /** The sheet's element in the structure of the file. */
  readonly sheet: Tag
  /** The sheet is read from right to left, so its columns begin on the right. */
  readonly mirrored: boolean
  readonly typesetter: Typesetter
}

/** Sets a text in the language of the sheet, or in another one. The width is in points. */
export const setText = (layout: Layout, text: string, style: TextStyle, width: number, language = layout.language): SetText =>
  layout.typesetter.set(text, language, style, width)

/** A new element of the sheet. */
export const tag = (type: TagType, parent: Tag, more: Omit<Tag, 'type' | 'parent'> = {}): Tag => ({ type, parent, ...more })

/** Left edge of a box on the page in points, from its distance to the side where lines begin. */
export const leftOf = (layout: Layout, start: number, width: number): number =>
  layout.mirrored ? PAGE.side + BODY.width - start - width : PAGE.side + start
