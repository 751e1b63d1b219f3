import { MOST_FILE_BYTES } from '#app/evidence/limits.ts'

/** Room for the words of the form and the frame around its parts, in bytes. */
const FORM_BYTES = 64 * 1024
/** How much of what is too large is taken in and thrown away, so that the browser gets an answer at all. */
const MOST_DRAINED_BYTES = 300 * 1024 * 1024

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
 */
export async function findSentPaper(request: Request, mostFileBytes = MOST_FILE_BYTES): Promise<SentPaper | null> {
  const type = request.headers.get('Content-Type') ?? ''
  const { bytes, tooLarge } = await read(request, mostFileBytes + FORM_BYTES)
  const whole = tooLarge ? ended(bytes.subarray(0, FORM_BYTES), type) : bytes
  try {
    // Node's own reader of forms: it takes names with semicolons, quotes and other alphabets.
    const form = await new Response(whole, { headers: { 'Content-Type': type } }).formData()
    const file = form.get('file')
    return {
      field: name => textOf(form.get(name)),
      file: file instanceof Blob && (file.size > 0 || file.name !== '') ? new Uint8Array(await file.arrayBuffer()) : null,
      tooLarge,
    }
  } catch {
    return null
  }
}

/** Takes in what a request still sends and throws it away: a browser reads an answer only when it was let finish. */
export async function drain(request: Request): Promise<void> {
  await read(request, 0)
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '')

async function read(request: Request, most: number): Promise<{ bytes: Buffer<ArrayBuffer>; tooLarge: boolean }> {
  const chunks: Uint8Array[] = []
  let total = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const chunk = part.value as Uint8Array
    total += chunk.length
    if (total > MOST_DRAINED_BYTES) throw new Response(null, { status: 413 })
    if (total <= most) chunks.push(chunk)
    // The beginning, with the words, stays; the rest need not.
    else if (chunks.length > 0) chunks.splice(beginning(chunks))
  }
  return { bytes: Buffer.concat(chunks), tooLarge: total > most }
}

/** How many chunks hold the beginning of a form. */
function beginning(chunks: readonly Uint8Array[]): number {
  let count = 0
  for (let bytes = 0; bytes < FORM_BYTES && count < chunks.length; count++) bytes += chunks[count]?.length ?? 0
  return count
}

/** A form that was cut off, with an end of its own: its last part is not whole, the ones before are. */
function ended(bytes: Buffer<ArrayBuffer>, type: string): Buffer<ArrayBuffer> {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? ''
  return Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
}
