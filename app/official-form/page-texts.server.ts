import { pdfium } from '#app/pdf/pdfium.server.ts'
import type { FormPage, PageText } from './form-field.ts'

/** Functions of PDFium for which the package has no types. Numbers are addresses. */
interface PdfiumText {
  readonly HEAPF64: Float64Array
  _malloc(length: number): number
  _free(address: number): void
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, index: number): number
  _FPDFText_GetCharBox(text: number, index: number, left: number, right: number, bottom: number, top: number): number
}

const DOUBLE = 8

/** Size and printed text of every page. A piece of text ends at a line end or a wide gap, so that a label is one piece. */
export async function readPages(pdf: Uint8Array): Promise<FormPage[]> {
  const document = await (await pdfium()).loadDocument(pdf)
  try {
    return [...document.pages()].map(page => {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const { module, pageIdx } = page as unknown as { module: PdfiumText; pageIdx: number }
      return { width: originalWidth, height: originalHeight, texts: piecesOf(charactersOf(module, pageIdx)) }
    })
  } finally {
    document.destroy()
  }
}

interface Character {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

function charactersOf(module: PdfiumText, page: number): Character[] {
  const text = module._FPDFText_LoadPage(page)
  const box = module._malloc(4 * DOUBLE)
  try {
    return Array.from({ length: Math.max(0, module._FPDFText_CountChars(text)) }, (_, index) => {
      module._FPDFText_GetCharBox(text, index, box, box + DOUBLE, box + 2 * DOUBLE, box + 3 * DOUBLE)
      const [left = 0, right = 0, bottom = 0, top = 0] = module.HEAPF64.subarray(box / DOUBLE, box / DOUBLE + 4)
      return { text: String.fromCodePoint(module._FPDFText_GetUnicode(text, index) || 0x20), left, right, bottom, top }
    })
  } finally {
    module._free(box)
    module._FPDFText_ClosePage(text)
  }
}

/** The widest gap between two characters of one piece, in points. */
const GAP = 12

function piecesOf(characters: readonly Character[]): PageText[] {
  const pieces: PageText[] = []
  let open: Character[] = []
  const close = () => {
    const text = open
      .map(character => character.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    const inked = open.filter(character => character.text.trim() !== '' && character.right > character.left)
    if (text !== '' && inked.length > 0) {
      const [x, y] = [Math.min(...inked.map(one => one.left)), Math.min(...inked.map(one => one.bottom))]
      pieces.push({ text, x, y, width: Math.max(...inked.map(one => one.right)) - x, height: Math.max(...inked.map(one => one.top)) - y })
    }
    open = []
  }
  for (const character of characters) {
    const last = open.findLast(one => one.text.trim() !== '')
    const blank = character.text.trim() === ''
    if (character.text === '\n' || character.text === '\r') close()
    else if (
      !blank &&
      last &&
      (character.left - last.right > GAP || character.left < last.left - GAP || Math.abs(character.bottom - last.bottom) > GAP / 2)
    )
      close()
    if (!/[\r\n]/.test(character.text)) open.push(character)
  }
  close()
  return pieces
}
