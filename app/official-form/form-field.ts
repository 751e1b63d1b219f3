/** Kinds of fields of a PDF form (ISO 32000-1, 12.7.4). Buttons that do something hold no answer and are not listed. */
export type FieldKind = 'text' | 'checkbox' | 'radio' | 'choice' | 'signature'

/** A rectangle in points, from the lower left corner of the page. */
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One place on the paper where a field shows. */
export interface FieldBox extends Rectangle {
  /** Number of the page, from 1; `null` for a box that no page shows. */
  readonly page: number | null
  /** For a box to tick: the option that a tick in it means. */
  readonly option: string | null
}

/** One field of a form. */
export interface FormField {
  /** Full name, parts joined by dots. Unique in a form. */
  readonly name: string
  readonly kind: FieldKind
  /** What the form's maker wrote for people who hear the form (`TU`). */
  readonly tooltip: string | null
  /** What can be chosen: values of a list, or of boxes to tick. */
  readonly options: readonly string[]
  readonly boxes: readonly FieldBox[]
  readonly maxLength: number | null
  readonly multiline: boolean
  readonly comb: boolean
  readonly required: boolean
  readonly readOnly: boolean
  /** Whether the file already holds a text here that is not the form's own beginning. */
  readonly filled: boolean
}

/** A piece of a page's printed text. */
export interface PageText extends Rectangle {
  readonly text: string
}

export interface FormPage {
  /** Size in points, as the page is seen. */
  readonly width: number
  readonly height: number
  readonly texts: readonly PageText[]
}

/** A blank form as far as the program must know it. */
export interface FormFacts {
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string
  readonly pages: readonly FormPage[]
  readonly fields: readonly FormField[]
}
