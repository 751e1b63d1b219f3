import { pdfium } from './pdfium.server.ts'

/** What is used of PDFium that its package brings without types; numbers are addresses. */
interface PdfiumSaving {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly wasmExports: { readonly __indirect_function_table: WebAssembly.Table }
  _malloc(length: number): number
  _free(address: number): void
  _FPDF_GetDocPermissions(document: number): number
  _FPDF_GetSecurityHandlerRevision(document: number): number
  _FPDF_SaveAsCopy(document: number, writer: number, flags: number): number
}

/** `FPDF_REMOVE_SECURITY` (fpdf_save.h). */
const REMOVE_SECURITY = 3
/** Bits 6 and 9 of a lock's permissions: to write into fields as into notes, and to fill in fields alone (ISO 32000-1, table 22). */
const MAY_ANNOTATE = 1 << 5
const MAY_FILL_IN = 1 << 8

/** What an opened file is for. Everybody who opens it may look at it; whether fields may be filled in is for the lock to say. */
export type Use = 'looking' | 'filling-in'

/**
 * The same file without its lock, where that opens without a password and allows this use.
 * @param locked an encrypted PDF
 * @returns `null` where a password is needed, the lock forbids it, or is of a kind that is not known
 */
export async function unlockedCopy(locked: Uint8Array, use: Use): Promise<Uint8Array | null> {
  const library = await pdfium()
  const document = await library.loadDocument(locked).catch(() => null)
  if (!document) return null
  try {
    const { module, documentIdx } = document as unknown as { module: PdfiumSaving; documentIdx: number }
    return use === 'looking' || mayFillIn(module, documentIdx) ? saveOpen(module, documentIdx) : null
  } finally {
    document.destroy()
  }
}

function mayFillIn(module: PdfiumSaving, document: number): boolean {
  const permissions = module._FPDF_GetDocPermissions(document)
  // The oldest locks know no bit 9 and set it always.
  const enough = module._FPDF_GetSecurityHandlerRevision(document) >= 3 ? MAY_ANNOTATE | MAY_FILL_IN : MAY_ANNOTATE
  return (permissions & enough) !== 0
}

/**
 * A WebAssembly module that passes on one function of three numbers which returns a fourth (`e.f`): only such a function can stand
 * in a table of functions. In words: one type, one import of it, one export of that import (WebAssembly Core 1.0, chapter 5).
 */
const PASS_ON = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x01, 0x60, 0x03, 0x7f, 0x7f, 0x7f, 0x01, 0x7f, 0x02, 0x07, 0x01, 0x01, 0x65,
  0x01, 0x66, 0x00, 0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00,
])

/** The one place of the table that no function of PDFium takes: that of the null pointer. */
const FREE = 0
const NUMBER = 4

/** Lets PDFium write the file, piece by piece, through a function that is put into its table for as long as that takes. */
function saveOpen(module: PdfiumSaving, document: number): Uint8Array | null {
  const pieces: Uint8Array[] = []
  const take = (_writer: number, data: number, length: number): number => {
    pieces.push(module.HEAPU8.slice(data, data + length))
    return 1
  }
  const table = module.wasmExports.__indirect_function_table
  const writer = module._malloc(2 * NUMBER)
  const passing = new WebAssembly.Instance(new WebAssembly.Module(PASS_ON), { e: { f: take } })
  if (table.get(FREE) !== null) throw new Error('the table of PDFium has no free place')
  table.set(FREE, passing.exports.f)
  try {
    // The structure FPDF_FILEWRITE: its version, and which function takes the pieces.
    module.HEAP32.set([1, FREE], writer / NUMBER)
    return module._FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY) ? Buffer.concat(pieces) : null
  } finally {
    table.set(FREE, null)
    module._free(writer)
  }
}
