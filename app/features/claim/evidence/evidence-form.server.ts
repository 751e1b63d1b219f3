import { MOST_FILE_BYTES } from '#app/evidence/limits.ts'
import { MOST_UPLOAD_BYTES, SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { keepBeginning } from '#app/security/forms/keep-beginning.server.ts'
import { readBody } from '#app/security/forms/read-body.server.ts'
import { isPlainForm, readFormData } from '#app/security/forms/read-form-data.server.ts'
import { boundaryOf, findParts } from '#app/security/forms/read-parts.server.ts'

/** Room for the words of the form and for the headers of its parts, in bytes. */
const FORM_BYTES = 64 * 1024

/** A form about papers as it was sent. */
export interface SentPaper {
  /** Value of a field, trimmed; empty if there is none. */
  readonly field: (name: string) => string
  /** Bytes of the file; `null` if none was chosen. The name of the file is never kept. */
  readonly file: Uint8Array | null
  /** Whether the form is larger than allowed; `file` is then incomplete. */
  readonly tooLarge: boolean
}

/**
 * Reads a form in memory, within bounds; nothing of it touches the disk. Our forms send the words before the file, so the
 * words are kept even if the file is too large.
 * @param mostFileBytes most bytes of a file that are kept
 * @returns null if the request holds no readable form
 * @throws Response as `readFormData` does, for a plain form that is longer than words need
 */
export async function findSentPaper(request: Request, mostFileBytes = MOST_FILE_BYTES): Promise<SentPaper | null> {
  if (isPlainForm(request)) return sentPaper(await readFormData(request, SMALL_FORM), false)
  const type = request.headers.get('Content-Type') ?? ''
  const { bytes, tooLarge } = await read(request, mostFileBytes + FORM_BYTES)
  const whole = tooLarge ? ended(bytes.subarray(0, FORM_BYTES), type) : bytes
  const form = await findParts(whole, type)
  return form && sentPaper(form, tooLarge)
}

async function sentPaper(form: FormData, tooLarge: boolean): Promise<SentPaper> {
  const file = form.get('file')
  return {
    field: name => textOf(form.get(name)),
    file: file instanceof Blob && (file.size > 0 || file.name !== '') ? new Uint8Array(await file.arrayBuffer()) : null,
    tooLarge,
  }
}

/**
 * Reads the rest of a request and discards it, because a browser reads an answer only after it has sent everything.
 * @param most most bytes of an honest file; a longer body stays unread, because an attacker may send it
 */
export async function drain(request: Request, most = MOST_FILE_BYTES): Promise<void> {
  await readBody(request, most + FORM_BYTES, () => undefined).catch(() => undefined)
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '')

async function read(request: Request, most: number): Promise<{ bytes: Buffer<ArrayBuffer>; tooLarge: boolean }> {
  const chunks: Uint8Array[] = []
  let total = 0
  await readBody(request, MOST_UPLOAD_BYTES, chunk => {
    total += chunk.length
    if (total <= most) chunks.push(chunk)
    // Of a body that is too large only the beginning stays, which holds the words.
    else if (chunks.length > 0) chunks.splice(beginning(chunks))
  })
  return { bytes: Buffer.concat(chunks), tooLarge: total > most }
}

/** A request with a file for the caller to read, and the words of its form, which stay available if that reading fails. */
export interface WatchedPaper {
  readonly request: Request
  /** The texts of the form without the file; `null` if there is no readable form. Reads the rest of the request first. */
  readonly words: () => Promise<[name: string, value: string][] | null>
}

/** Keeps the beginning of a form with a file while the caller reads it: the words, and at most the first bytes of the file. */
export function watchPaper(given: Request): WatchedPaper {
  const { request, beginning } = keepBeginning(given, FORM_BYTES)
  return {
    request,
    words: async () => {
      await drain(request)
      const type = request.headers.get('Content-Type') ?? ''
      const bytes = beginning()
      const form = (await findParts(bytes, type)) ?? (await findParts(ended(bytes.subarray(0, FORM_BYTES), type), type))
      return form && [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
    },
  }
}

/** Number of chunks that hold the beginning of a form. */
function beginning(chunks: readonly Uint8Array[]): number {
  let count = 0
  for (let bytes = 0; bytes < FORM_BYTES && count < chunks.length; count++) bytes += chunks[count]?.length ?? 0
  return count
}

/** A form that was cut off, with an end added. Its last part is incomplete; the parts before it are whole. */
function ended(bytes: Buffer<ArrayBuffer>, type: string): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes, Buffer.from(`\r\n--${boundaryOf(type)}--\r\n`)])
}
