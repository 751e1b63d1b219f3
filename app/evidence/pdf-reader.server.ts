import { PDFiumLibrary } from '@hyzyla/pdfium'
import { RefusedFile } from './checked-file.ts'

/** Pixels of a side of the pictures that prove that a page can be drawn. */
const PROOF_PIXELS = 160

/**
 * Proves with the reader that Chrome uses that every page of a PDF can be drawn.
 * @throws RefusedFile
 */
export async function requireReadable(bytes: Uint8Array, pages: number): Promise<void> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    if (document.getPageCount() !== pages) throw new RefusedFile('damaged')
    for (const page of document.pages()) {
      await page.render({ width: PROOF_PIXELS, height: PROOF_PIXELS, render: 'bitmap' })
    }
    document.destroy()
  } catch {
    throw new RefusedFile('damaged')
  } finally {
    library.destroy()
  }
}
