import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString, type PDFPageLeaf } from '@cantoo/pdf-lib'
import { RefusedFile } from './checked-file.ts'
import { boxOf, findDict, numbersOf, type Box } from './pdf-pages.server.ts'

/** A transformation matrix as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** The drawing that a note, a stamp or a field shows on its page, and its place. */
export interface Appearance {
  readonly drawing: PDFStream
  readonly matrix: Matrix
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Bits of an annotation's flags (ISO 32000-1, table 165). */
const HIDDEN = 0b10
const NO_VIEW = 0b100000
/** Kinds of annotation that readers draw by themselves when they have no appearance. */
const DRAWN_BY_READERS = new Set([
  'FreeText',
  'Ink',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Stamp',
  'Redact',
])

/**
 * The appearances of a page's annotations. They are drawn into the page, because the annotations themselves are removed: they
 * can have actions.
 * @throws RefusedFile when a filled field or a note has no appearance, so that its text would be lost unnoticed
 */
export function appearancesOf(page: PDFPageLeaf): Appearance[] {
  const annotations = page.lookup(PDFName.of('Annots'))
  if (!(annotations instanceof PDFArray)) return []
  return Array.from({ length: annotations.size() }, (_, index) => annotations.lookup(index)).flatMap(annotation =>
    annotation instanceof PDFDict ? (appearanceOf(annotation) ?? []) : [],
  )
}

function appearanceOf(annotation: PDFDict): Appearance | undefined {
  const flags = annotation.lookup(PDFName.of('F'))
  const subtype = nameOf(annotation, 'Subtype')
  if (subtype === 'Popup' || (flags instanceof PDFNumber && (flags.asNumber() & (HIDDEN | NO_VIEW)) !== 0)) return undefined
  const drawing = normalAppearance(annotation)
  if (!drawing) {
    if (DRAWN_BY_READERS.has(subtype ?? '') || (subtype === 'Widget' && hasText(annotation))) throw new RefusedFile('not-flat')
    return undefined
  }
  const place = boxOf(annotation.lookup(PDFName.of('Rect')))
  const matrix = place && placing(drawing, place)
  return matrix && { drawing, matrix }
}

/** The drawing for the annotation's current state. A box to tick has one drawing for on and one for off. */
function normalAppearance(annotation: PDFDict): PDFStream | undefined {
  const normal = findDict(annotation, 'AP')?.lookup(PDFName.of('N'))
  if (normal instanceof PDFStream) return normal
  const state = annotation.lookup(PDFName.of('AS'))
  const drawing = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined
  return drawing instanceof PDFStream ? drawing : undefined
}

/** Whether a field, or the parent field that it belongs to, has a text or a choice as its value. */
function hasText(field: PDFDict, depth = 0): boolean {
  const value = field.lookup(PDFName.of('V'))
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText().trim() !== ''
  if (value instanceof PDFArray) return value.size() > 0
  const parent = findDict(field, 'Parent')
  return parent !== undefined && depth < 20 && hasText(parent, depth + 1)
}

/** The matrix that moves and stretches a drawing into its place, as readers do (ISO 32000-1, 12.5.5, algorithm 8.1). */
function placing({ dict }: PDFStream, place: Box): Matrix | undefined {
  const box = boxOf(dict.lookup(PDFName.of('BBox')))
  if (!box) return undefined
  const own = dict.lookup(PDFName.of('Matrix'))
  const [a, b, c, d, e, f] = own instanceof PDFArray && own.size() === 6 ? (numbersOf(own) as unknown as Matrix) : IDENTITY
  const corners = [box.left, box.right].flatMap(x => [box.bottom, box.top].map(y => [a * x + c * y + e, b * x + d * y + f] as const))
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  const [across, up] = [Math.max(...xs) - left, Math.max(...ys) - bottom]
  if (!(across > 0 && up > 0)) return undefined
  const [sx, sy] = [(place.right - place.left) / across, (place.top - place.bottom) / up]
  return [sx, 0, 0, sy, place.left - left * sx, place.bottom - bottom * sy]
}

const nameOf = (dict: PDFDict, key: string) => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}
