const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE

/**
 * How much of a form is read at most. Each bound stands above twice the longest honest form that it is for, written in a script
 * whose letters take nine bytes on the way (`%E8%AA%9E`); what is longer than a field takes, but within the bounds, is answered by
 * the field itself.
 */
export interface FormBounds {
  /** Of the whole form, as it is sent. */
  readonly bytes: number
  readonly fields: number
  /** Of one field, its name and its text, as they are sent. */
  readonly fieldBytes: number
}

/** A few boxes and lines: signing in, words, codes, settings. The longest is a passkey as a browser makes one. */
export const SMALL_FORM: FormBounds = { bytes: 32 * KILOBYTE, fields: 50, fieldBytes: 24 * KILOBYTE }

/** A page of the staff: the longest is a note of 10,000 characters, the one with most fields a page of the official form. */
export const STAFF_FORM: FormBounds = { bytes: 256 * KILOBYTE, fields: 2_000, fieldBytes: 200 * KILOBYTE }

/**
 * A page of the claim, sent with what it was made from: the longest is a full list of losses with a note each
 * (`app/forms/form-bounds.server.test.ts` measures every page at the limits of its schema).
 */
export const CLAIM_FORM: FormBounds = { bytes: 4 * MEGABYTE, fields: 1_450, fieldBytes: 2 * MEGABYTE }

/** A section of a case: all pages of one part of the claim in one form. */
export const SECTION_FORM: FormBounds = { bytes: 8 * MEGABYTE, fields: 2_000, fieldBytes: 2 * MEGABYTE }

/** Most that any request may bring where no files are taken. */
export const MOST_BODY_BYTES = SECTION_FORM.bytes

/**
 * Most that is taken in where files are: what is above the file's own bound is thrown away as it comes, so that the browser gets an
 * answer that says so.
 */
export const MOST_UPLOAD_BYTES = 300 * MEGABYTE
