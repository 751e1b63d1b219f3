import { RefusedFile, type CheckedFile, type CleanedFile } from './checked-file.ts'
import { MOST_FILE_BYTES } from './limits.ts'
import { findSortOfFile } from './sort-of-file.server.ts'

/**
 * Finds the kind of a file by its content, opens it, and writes it anew with only the visible content. A hostile file can take
 * much time and memory here or crash the process, so a server calls this only through `clean-process.server.ts`.
 */
export async function cleanFile(bytes: Uint8Array): Promise<CheckedFile> {
  try {
    return { ok: true, file: await cleaned(bytes) }
  } catch (error) {
    // Any error of a decoder or a parser means that the file cannot be opened.
    return { ok: false, problem: error instanceof RefusedFile ? error.problem : 'damaged' }
  }
}

async function cleaned(bytes: Uint8Array): Promise<CleanedFile> {
  if (bytes.length === 0) throw new RefusedFile('empty')
  if (bytes.length > MOST_FILE_BYTES) throw new RefusedFile('too-big')
  const sort = await findSortOfFile(bytes)
  if (sort === null) throw new RefusedFile('kind-of-file')
  // Loaded only when needed, so that a process for a photo does not wait for the code for PDFs.
  if (sort === 'pdf') return (await import('./clean-pdf.server.ts')).cleanPdf(bytes)
  const pictures = await import('./clean-picture.server.ts')
  return sort === 'heic' ? pictures.cleanHeic(bytes) : pictures.cleanPicture(bytes, sort)
}
