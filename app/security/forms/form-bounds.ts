const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/**
 * How much of a form is read at most. Each bound is more than twice the longest honest form of its kind, in a script whose letters take
 * nine bytes when sent (`%E8%AA%9E`). The field itself answers text that is longer than it takes but within the bounds.
 */
export interface FormBounds {
  /** Bytes of the whole form, as it is sent. */
  readonly bytes: number
  readonly fields: number
  /** Bytes of one field, its name and its text, as they are sent. */
  readonly fieldBytes: number
}

/** A form of a few boxes and lines: sign-in, phrase, codes, settings. The longest is a passkey as a browser makes it. */
export const SMALL_FORM: FormBounds = { bytes: 32 * KILOBYTE, fields: 50, fieldBytes: 24 * KILOBYTE }

/** A form of a staff page. The longest is a note of 10,000 characters; a page of the official form has the most fields. */
export const STAFF_FORM: FormBounds = { bytes: 256 * KILOBYTE, fields: 2_000, fieldBytes: 200 * KILOBYTE }

/**
 * A page of the claim, sent with the values that it was made from. The longest is a full list of losses with a note for each
 * (`app/forms/form-bounds.server.test.ts` measures every page at the limits of its schema).
 */
export const CLAIM_FORM: FormBounds = { bytes: 4 * MEGABYTE, fields: 1_620, fieldBytes: 2 * MEGABYTE }

/** A section of a case: all pages of one part of the claim in one form. */
export const SECTION_FORM: FormBounds = { bytes: 8 * MEGABYTE, fields: 2_200, fieldBytes: 2 * MEGABYTE }

/** Most bytes that a request may bring to an address that takes no files. */
export const MOST_BODY_BYTES = SECTION_FORM.bytes

/**
 * Most bytes that a request may bring to an address that takes files. The page throws away what exceeds the file's own bound as it comes,
 * so that the browser gets an answer that says so.
 */
export const MOST_UPLOAD_BYTES = 300 * MEGABYTE
