import { PDFArray, PDFDict, PDFName, PDFNumber, PDFPageLeaf, PDFPageTree, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { RefusedFile } from './checked-file.ts'
import { MOST_PAGES } from './limits.ts'

/** The deepest tree of pages that is read. Honest programs never make a deeper one. */
const DEEPEST_TREE = 50
/** US Letter, for a page without a size. */
const LETTER: Box = { left: 0, bottom: 0, right: 612, top: 792 }
/** The longest side of a page that PDF readers support, in points (ISO 32000-1, annex C). */
const LONGEST_PAGE = 14_400

/** A rectangle in points. */
export interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/**
 * The pages of a document in order.
 * @throws RefusedFile for no pages, for more than {@link MOST_PAGES}, and for a tree that loops or has a node that is no page
 */
export function pagesOf(document: PDFDocument): PDFPageLeaf[] {
  const pages: PDFPageLeaf[] = []
  const visit = (node: PDFObject | undefined, above: readonly PDFObject[]) => {
    if (node instanceof PDFPageLeaf) {
      pages.push(node)
      if (pages.length > MOST_PAGES) throw new RefusedFile('too-many-pages')
      return
    }
    if (!(node instanceof PDFPageTree) || above.includes(node) || above.length >= DEEPEST_TREE) throw new RefusedFile('damaged')
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let index = 0; index < (kids?.size() ?? 0); index++) visit(kids?.lookup(index), [...above, node])
  }
  visit(document.catalog.lookup(PDFName.of('Pages')), [])
  if (pages.length === 0) throw new RefusedFile('no-pages')
  return pages
}

/** The visible part of a page: its crop box, as far as it is inside its media box. */
export function seenBox(page: PDFPageLeaf): Box {
  const media = boxOf(page.getInheritableAttribute(PDFName.of('MediaBox'))) ?? LETTER
  const crop = boxOf(page.getInheritableAttribute(PDFName.of('CropBox'))) ?? media
  const seen = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  }
  const box = seen.left < seen.right && seen.bottom < seen.top ? seen : media
  const sides = [box.right - box.left, box.top - box.bottom]
  if (sides.some(side => !(side > 0 && side <= LONGEST_PAGE))) throw new RefusedFile('damaged')
  return box
}

/** The clockwise quarter turns with which a page is shown: 0 to 3. */
export function quarterTurns(page: PDFPageLeaf): number {
  const turn = page.getInheritableAttribute(PDFName.of('Rotate'))
  const degrees = turn instanceof PDFNumber ? turn.asNumber() : 0
  return ((Math.round(degrees / 90) % 4) + 4) % 4
}

/** A rectangle of four numbers, with its corners in order; `undefined` when the value is no rectangle. */
export function boxOf(value: PDFObject | undefined): Box | undefined {
  if (!(value instanceof PDFArray)) return undefined
  const numbers = numbersOf(value)
  const [x1, y1, x2, y2] = numbers
  if (numbers.length !== 4 || x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) }
}

/** The finite numbers of an array, in order. Everything else in it is left out. */
export function numbersOf(array: PDFArray): number[] {
  return Array.from({ length: array.size() }, (_, index) => array.lookup(index)).flatMap(value =>
    value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? [value.asNumber()] : [],
  )
}

/** The dictionary at a key, direct or by reference; `undefined` when there is none. */
export function findDict(dict: PDFDict, key: string): PDFDict | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFDict ? value : undefined
}
