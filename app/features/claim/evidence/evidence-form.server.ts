import { MOST_FILE_BYTES } from '#app/evidence/limits.ts'
import { MOST_UPLOAD_BYTES, SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { keepBeginning } from '#app/security/forms/keep-beginning.server.ts'
import { readBody } from '#app/security/forms/read-body.server.ts'
import { isPlainForm, readForm } from '#app/security/forms/read-form.server.ts'
import { boundaryOf, findParts } from '#app/security/forms/read-parts.server.ts'

/** Room for the words of the form and the frame around its parts, in bytes. */
const FORM_BYTES = 64 * 1024

/** What a form of the papers sent. */
export interface SentPaper {
  /** Value of a field, trimmed; empty where there is none. */
  readonly field: (name: string) => string
  /** Bytes of the file, `null` where none was chosen. Its name was thrown away. */
  readonly file: Uint8Array | null
  /** Whether more was sent than is taken; `file` then holds no whole file. */
  readonly tooLarge: boolean
}

/**
 * Reads a form in memory, within bounds; nothing of it touches the disk. Words come before the file in our forms, so they
 * are kept even where the file is too large.
 * @param mostFileBytes how much of a file is kept at most
 * @returns null where what came is no form
 * @throws Response as `readForm` does, for a form that has no file in it and brings more than its words
 */
export async function findSentPaper(request: Request, mostFileBytes = MOST_FILE_BYTES): Promise<SentPaper | null> {
  if (isPlainForm(request)) return sentPaper(await readForm(request, SMALL_FORM), false)
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
 * Takes in what a request still sends and throws it away: a browser reads an answer only when it was let finish.
 * @param most bytes that an honest file has; what is longer stays unread, for anybody may send it
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
    // The beginning, with the words, stays; the rest need not.
    else if (chunks.length > 0) chunks.splice(beginning(chunks))
  })
  return { bytes: Buffer.concat(chunks), tooLarge: total > most }
}

/** A request with a file that somebody is about to read, and its words, which can still be had when that has failed. */
export interface WatchedPaper {
  readonly request: Request
  /** The texts of the form without the file; `null` where what came is no form. What is still coming is read first. */
  readonly words: () => Promise<[name: string, value: string][] | null>
}

/** Keeps the words of a form with a file while it is read; of the file no more than stands beside them in the first bytes. */
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

/** How many chunks hold the beginning of a form. */
function beginning(chunks: readonly Uint8Array[]): number {
  let count = 0
  for (let bytes = 0; bytes < FORM_BYTES && count < chunks.length; count++) bytes += chunks[count]?.length ?? 0
  return count
}

/** A form that was cut off, with an end of its own: its last part is not whole, the ones before are. */
function ended(bytes: Buffer<ArrayBuffer>, type: string): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes, Buffer.from(`\r\n--${boundaryOf(type)}--\r\n`)])
}
