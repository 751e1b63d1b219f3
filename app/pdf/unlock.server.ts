import { pdfium } from './pdfium.server.ts'

/** The functions of PDFium that are used here and for which its package has no types. Numbers are addresses. */
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
/** Bits 6 and 9 of a lock's permissions: to write notes and fill in fields, and to fill in fields only (ISO 32000-1, table 22). */
const MAY_ANNOTATE = 1 << 5
const MAY_FILL_IN = 1 << 8

/** The use of an opened file. Looking is always allowed to the person who can open it; the lock decides on filling in. */
export type Use = 'looking' | 'filling-in'

/**
 * A copy of a file without its lock, if the lock needs no password and allows this use.
 * @param locked an encrypted PDF
 * @returns `null` when the lock needs a password, forbids the use, or is of an unknown kind
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
  // The oldest locks have no meaning for bit 9 and always set it.
  const enough = module._FPDF_GetSecurityHandlerRevision(document) >= 3 ? MAY_ANNOTATE | MAY_FILL_IN : MAY_ANNOTATE
  return (permissions & enough) !== 0
}

/**
 * A WebAssembly module that imports one function from three numbers to a number (`e.f`) and exports it, because a function table
 * accepts only WebAssembly functions. Its parts: one type, one import, one export (WebAssembly Core 1.0, chapter 5).
 */
const PASS_ON = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x01, 0x60, 0x03, 0x7f, 0x7f, 0x7f, 0x01, 0x7f, 0x02, 0x07, 0x01, 0x01, 0x65,
  0x01, 0x66, 0x00, 0x00, 0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00,
])

/** The one index of the table that PDFium does not use, because it stands for the null pointer. */
const FREE = 0
const NUMBER = 4

/** Lets PDFium write the file in pieces, through a function that is in its table for that time. */
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
    // The structure FPDF_FILEWRITE: its version, and the table index of the function that takes the pieces.
    module.HEAP32.set([1, FREE], writer / NUMBER)
    return module._FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY) ? Buffer.concat(pieces) : null
  } finally {
    table.set(FREE, null)
    module._free(writer)
  }
}
