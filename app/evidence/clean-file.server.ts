import { RefusedFile, type CheckedFile, type CleanedFile } from './checked-file.ts'
import { MOST_FILE_BYTES } from './limits.ts'
import { findSortOfFile } from './sort-of-file.server.ts'

/**
 * Looks at a file by its content, opens it, and writes it anew from what is seen of it. Hostile files can take much time
 * and memory here or end the process: a server calls this through `clean-process.server.ts` alone.
 */
export async function cleanFile(bytes: Uint8Array): Promise<CheckedFile> {
  try {
    return { ok: true, file: await cleaned(bytes) }
  } catch (error) {
    // What a decoder or a parser throws at a broken file is as good as "it cannot be opened".
    return { ok: false, problem: error instanceof RefusedFile ? error.problem : 'damaged' }
  }
}

async function cleaned(bytes: Uint8Array): Promise<CleanedFile> {
  if (bytes.length === 0) throw new RefusedFile('empty')
  if (bytes.length > MOST_FILE_BYTES) throw new RefusedFile('too-big')
  const sort = await findSortOfFile(bytes)
  if (sort === null) throw new RefusedFile('kind-of-file')
  // Loaded when needed: the process of a photo need not wait for the code of PDFs.
  if (sort === 'pdf') return (await import('./clean-pdf.server.ts')).cleanPdf(bytes)
  const pictures = await import('./clean-picture.server.ts')
  return sort === 'heic' ? pictures.cleanHeic(bytes) : pictures.cleanPicture(bytes, sort)
}
