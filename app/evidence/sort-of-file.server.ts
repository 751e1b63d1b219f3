import { fileTypeFromBuffer } from 'file-type'

export type SortOfFile = 'pdf' | 'jpeg' | 'png' | 'heic'

/** Media types as `file-type` names them. A moving PNG has a type of its own and is kept as its first picture. */
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

/** How far from its start a PDF may begin: what readers of PDF allow (ISO 32000-1, annex H, note 13). */
const HEADER_WITHIN_BYTES = 1_024

/** What a file is by its content; its name is never asked. `null` for everything that is not taken. */
export async function findSortOfFile(bytes: Uint8Array): Promise<SortOfFile | null> {
  // It throws where a file ends before its sort is known: an archive that was cut off.
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type) return SORTS[type.mime] ?? null
  return Buffer.from(bytes.subarray(0, HEADER_WITHIN_BYTES)).includes('%PDF-') ? 'pdf' : null
}
