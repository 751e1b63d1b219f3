import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { pdfNumber } from './text/font-book.server.ts'

/** Flags of an annotation that a page does not show (ISO 32000-1, 12.5.3): hidden, and not to be viewed. */
const HIDDEN = 0b10
const NO_VIEW = 0b10_0000
/** Flag of a button that only starts an action and has no value (12.7.4.2). */
const PUSH_BUTTON = 1 << 16

/** Paints every field onto its page and removes the form, so that no field can be changed. */
export function flatten(document: PDFDocument): void {
  for (const page of document.getPages()) flattenPage(document, page)
  document.catalog.delete(PDFName.of('AcroForm'))
}

function flattenPage(document: PDFDocument, page: PDFPage): void {
  const { context } = document
  const annotations = page.node.Annots()?.asArray() ?? []
  const kept: typeof annotations = []
  const drawn: string[] = []
  for (const entry of annotations) {
    const widget = entry instanceof PDFRef ? context.lookup(entry) : entry
    if (!(widget instanceof PDFDict) || widget.lookupMaybe(PDFName.of('Subtype'), PDFName) !== PDFName.of('Widget')) kept.push(entry)
    else drawn.push(...inkOf(document, page, widget, drawn.length))
  }
  page.node.set(PDFName.of('Annots'), context.obj(kept))
  if (drawn.length > 0) appendToPage(document, page, drawn.join('\n'))
}

/** Draws on top of a page. It restores the graphics state first, so the page's own operators do not affect the drawing. */
export function appendToPage({ context }: PDFDocument, page: PDFPage, operators: string): void {
  page.node.normalize()
  const before = context.register(context.flateStream('q\n'))
  const after = context.register(context.flateStream(`\nQ\n${operators}\n`))
  if (page.node.wrapContentStreams(before, after)) return
  // The page has no content of its own.
  page.node.addContentStream(before)
  page.node.addContentStream(after)
}

function inkOf({ context }: PDFDocument, page: PDFPage, widget: PDFDict, index: number): string[] {
  const flags = widget.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  const picture = pictureOf(widget)
  const place = numbersAt(widget, 'Rect')
  if ((flags & (HIDDEN | NO_VIEW)) !== 0 || isPushButton(widget) || !picture || place.length < 4) return []
  const box = numbersAt(picture.stream.dict, 'BBox')
  const [a, b, c, d, e, f] = numbersAt(picture.stream.dict, 'Matrix', [1, 0, 0, 1, 0, 0]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
  // The corners of the box after its own matrix; their frame is then fitted to the widget's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1).
  const corners = [
    [x1, y1],
    [x2, y1],
    [x1, y2],
    [x2, y2],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const [left, bottom] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))]
  const [width, height] = [Math.max(...corners.map(([x]) => x)) - left, Math.max(...corners.map(([, y]) => y)) - bottom]
  const [p1 = 0, q1 = 0, p2 = 0, q2 = 0] = place
  if (width === 0 || height === 0) return []
  const [sx, sy] = [Math.abs(p2 - p1) / width, Math.abs(q2 - q1) / height]
  const name = PDFName.of(`Filled${index}`)
  picture.stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
  picture.stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  page.node.setXObject(name, picture.ref ?? context.register(picture.stream))
  const numbers = [sx, 0, 0, sy, Math.min(p1, p2) - left * sx, Math.min(q1, q2) - bottom * sy].map(pdfNumber)
  return [`q ${numbers.join(' ')} cm ${name.asString()} Do Q`]
}

function isPushButton(widget: PDFDict): boolean {
  const field = widget.has(PDFName.of('FT')) ? widget : (widget.lookupMaybe(PDFName.of('Parent'), PDFDict) ?? widget)
  const flags = field.lookupMaybe(PDFName.of('Ff'), PDFNumber)?.asNumber() ?? 0
  return field.lookupMaybe(PDFName.of('FT'), PDFName) === PDFName.of('Btn') && (flags & PUSH_BUTTON) !== 0
}

/** The appearance that a widget shows now: its only one, or the one of its state. */
function pictureOf(widget: PDFDict): { readonly stream: PDFStream; readonly ref: PDFRef | null } | null {
  const normal = widget.lookupMaybe(PDFName.of('AP'), PDFDict)
  const state = widget.lookupMaybe(PDFName.of('AS'), PDFName) ?? PDFName.of('Off')
  const states = normal?.lookup(PDFName.of('N'))
  const [holder, key] = states instanceof PDFDict ? [states, state] : [normal, PDFName.of('N')]
  const stream = holder?.lookup(key)
  const ref = holder?.get(key)
  return stream instanceof PDFStream ? { stream, ref: ref instanceof PDFRef ? ref : null } : null
}

function numbersAt(dictionary: PDFDict, key: string, otherwise: readonly number[] = []): readonly number[] {
  const array = dictionary.lookupMaybe(PDFName.of(key), PDFArray)
  return array?.asArray().map((_, index) => array.lookup(index, PDFNumber).asNumber()) ?? otherwise
}
