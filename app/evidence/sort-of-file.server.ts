import { fileTypeFromBuffer } from 'file-type'

export type SortOfFile = 'pdf' | 'jpeg' | 'png' | 'heic'

/** Media types as `file-type` names them. A moving PNG has its own type; only its first picture is kept. */
const SORTS: Readonly<Record<string, SortOfFile>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
}

/** PDF readers allow this many bytes before the header of a PDF (ISO 32000-1, annex H, note 13). */
const HEADER_WITHIN_BYTES = 1_024

/** The kind of a file by its content, without a look at its name; `null` for every kind that is not accepted. */
export async function findSortOfFile(bytes: Uint8Array): Promise<SortOfFile | null> {
  // It throws when a file ends too early, such as an archive that was cut off.
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type) return SORTS[type.mime] ?? null
  return Buffer.from(bytes.subarray(0, HEADER_WITHIN_BYTES)).includes('%PDF-') ? 'pdf' : null
}
