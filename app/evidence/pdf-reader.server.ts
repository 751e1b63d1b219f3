import { PDFiumLibrary } from '@hyzyla/pdfium'
import { RefusedFile } from './checked-file.ts'

/** Size of the pictures that prove that a page can be drawn, in pixels a side. */
const PROOF_PIXELS = 160

/**
 * Checks with PDFium, which is Chrome's reader, that every page of a PDF can be drawn.
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
