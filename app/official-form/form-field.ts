/** Kinds of fields of a PDF form (ISO 32000-1, 12.7.4). Push buttons have no value and are not listed. */
export type FieldKind = 'text' | 'checkbox' | 'radio' | 'choice' | 'signature'

/** A rectangle in points, from the lower left corner of the page. */
interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One place on a page where a field is shown. */
export interface FieldBox extends Rectangle {
  /** Number of the page, from 1; `null` for a box that no page shows. */
  readonly page: number | null
  /** For a box to tick: the option that a tick stands for. */
  readonly option: string | null
}

/** One field of a form. */
export interface FormField {
  /** Full name, with its parts joined by dots. It is unique in a form. */
  readonly name: string
  readonly kind: FieldKind
  /** The form's own text for screen readers (`TU`). */
  readonly tooltip: string | null
  /** The values that can be chosen in a list or with boxes to tick. */
  readonly options: readonly string[]
  readonly boxes: readonly FieldBox[]
  readonly maxLength: number | null
  readonly multiline: boolean
  readonly comb: boolean
  readonly required: boolean
  readonly readOnly: boolean
  /** Whether the file already holds a text here that is not the field's default. */
  readonly filled: boolean
}

/** A piece of a page's printed text. */
export interface PageText extends Rectangle {
  readonly text: string
}

export interface FormPage {
  /** Size of the page as people see it, in points. */
  readonly width: number
  readonly height: number
  readonly texts: readonly PageText[]
}

/** What the program knows of a blank form. */
export interface FormFacts {
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string
  readonly pages: readonly FormPage[]
  readonly fields: readonly FormField[]
}
