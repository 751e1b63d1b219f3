import { deflateSync } from 'node:zlib'
import type { PDFStream } from '@cantoo/pdf-lib'
import {
  EncryptedPDFError,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFRawStream,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib'
import { RefusedFile, type CleanedFile } from './checked-file.ts'
import { appearancesOf, type Appearance, type Matrix } from './pdf-appearances.server.ts'
import { disarm } from './pdf-disarm.server.ts'
import { findDict, pagesOf, quarterTurns, seenBox, type Box } from './pdf-pages.server.ts'
import { requireReadable } from './pdf-reader.server.ts'
import { scrubStreams } from './pdf-scrub.server.ts'
import { unpack } from './pdf-unpack.server.ts'

/** Where a whole PDF ends, in bytes from its end; readers ask for 1,024, and some programs add lines. */
const END_WITHIN_BYTES = 4_096

/** What of a page is taken over. */
interface TakenPage {
  readonly box: Box
  readonly turns: number
  /** Points of one unit. */
  readonly unit: number
  readonly contents: Uint8Array
  readonly resources: PDFDict | undefined
  readonly group: PDFDict | undefined
  readonly appearances: readonly Appearance[]
}

/**
 * Writes a PDF anew from what its pages show: contents, resources, and what notes and fields look like. Nothing else is
 * taken over: no scripts, actions, links, attached files, forms, layers, outlines, no title, author or date.
 * Every page stands upright with its corner at the origin, and what was cropped away is not on it.
 * @throws RefusedFile
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanedFile> {
  if (!Buffer.from(bytes.subarray(-END_WITHIN_BYTES)).includes('%%EOF')) throw new RefusedFile('damaged')
  const source = await opened(bytes)
  const pages = pagesOf(source)
  refuseWhatIsNotFlat(source)
  const taken = pages.map(takePage)
  // From here on the old pages are not needed, and nothing that is copied may lead back to one.
  for (const page of pages) for (const key of page.keys()) page.delete(key)
  disarm(source)
  const target = await PDFDocument.create({ updateMetadata: false })
  const copier = PDFObjectCopier.for(source.context, target.context)
  for (const page of taken) addPage(target, copier, page)
  scrubStreams(target)
  const cleaned = await target.save({ addDefaultPage: false, updateFieldAppearances: false })
  await requireReadable(cleaned, taken.length)
  return { format: 'pdf', bytes: cleaned, pages: taken.length }
}

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity, throwOnInvalidObject: false })
  } catch (error) {
    throw new RefusedFile(error instanceof EncryptedPDFError ? 'locked' : 'damaged')
  }
}

/** Refuses a form that only some programs can draw, and layers that are switched off: without the switch they would show. */
function refuseWhatIsNotFlat({ catalog }: PDFDocument): void {
  const drawnByPrograms = catalog.lookup(PDFName.of('NeedsRendering')) === PDFBool.True
  const layers = findDict(catalog, 'OCProperties')
  const shown = layers && findDict(layers, 'D')
  const off = shown?.lookup(PDFName.of('OFF'))
  const baseState = shown?.lookup(PDFName.of('BaseState'))
  const switchedOff = (off instanceof PDFArray && off.size() > 0) || (baseState !== undefined && baseState !== PDFName.of('ON'))
  if (drawnByPrograms || switchedOff) throw new RefusedFile('not-flat')
}

function takePage(page: PDFPageLeaf): TakenPage {
  const unit = page.lookup(PDFName.of('UserUnit'))
  const resources = page.getInheritableAttribute(PDFName.of('Resources'))
  return {
    box: seenBox(page),
    turns: quarterTurns(page),
    unit: unit instanceof PDFNumber && unit.asNumber() >= 1 && unit.asNumber() <= 100 ? unit.asNumber() : 1,
    contents: contentsOf(page),
    resources: resources instanceof PDFDict ? resources : undefined,
    group: findDict(page, 'Group'),
    appearances: appearancesOf(page),
  }
}

/** The drawing of a page, unpacked and in one piece. */
function contentsOf(page: PDFPageLeaf): Uint8Array {
  const contents = page.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index)) : [contents]
  return Buffer.concat(streams.flatMap(stream => (stream instanceof PDFRawStream ? [unpack(stream), Buffer.from('\n')] : [])))
}

function addPage(
  target: PDFDocument,
  copier: PDFObjectCopier,
  { box, turns, unit, contents, resources, group, appearances }: TakenPage,
): void {
  const { context } = target
  const across = (box.right - box.left) * unit
  const up = (box.top - box.bottom) * unit
  const page = target.addPage(turns % 2 === 0 ? [across, up] : [up, across])
  const drawing = PDFRawStream.of(
    context.obj({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [box.left, box.bottom, box.right, box.top],
      Resources: resources ? copier.copy(resources) : {},
      ...(group && { Group: copier.copy(group) }),
      Filter: 'FlateDecode',
    }),
    deflateSync(contents),
  )
  const steps = [drawing, ...appearances.map(appearance => drawingOf(copier.copy(appearance.drawing)))].map((stream, index) => {
    const name = PDFName.of(`D${index}`)
    page.node.setXObject(name, context.register(stream))
    const place = appearances[index - 1]
    return `q ${place ? `${written(place.matrix)} cm ` : ''}${name.toString()} Do Q`
  })
  const lines = ['q', `${written(upright(box, turns, unit))} cm`, ...steps, 'Q'].join('\n')
  page.node.delete(PDFName.of('Annots'))
  page.node.set(PDFName.of('Contents'), context.register(context.stream(lines)))
}

/** An appearance need not say that it is a drawing; inside a page it must. */
function drawingOf(stream: PDFStream): PDFStream {
  stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
  stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  return stream
}

const written = (matrix: Matrix) => matrix.map(number => Number(number.toFixed(5))).join(' ')

/** Sets a page upright with its lower corner at the origin, in points. */
function upright({ left, bottom, right, top }: Box, turns: number, unit: number): Matrix {
  const matrices: readonly Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ]
  return (matrices[turns] ?? matrices[0]!).map(number => number * unit) as unknown as Matrix
}
