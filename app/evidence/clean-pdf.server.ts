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
import { unlockedCopy } from '#app/pdf/unlock.server.ts'
import { RefusedFile, type CleanedFile } from './checked-file.ts'
import { MOST_PAGES } from './limits.ts'
import { piecesOf } from './long-pages.ts'
import { appearancesOf, type Appearance, type Matrix } from './pdf-appearances.server.ts'
import { disarm } from './pdf-disarm.server.ts'
import { findDict, pagesOf, quarterTurns, seenBox, type Box } from './pdf-pages.server.ts'
import { requireReadable } from './pdf-reader.server.ts'
import { scrubStreams } from './pdf-scrub.server.ts'
import { unpack } from './pdf-unpack.server.ts'

/** `%%EOF` must be within this many bytes of the end. Readers expect it within 1,024, but some programs add lines after it. */
const END_WITHIN_BYTES = 4_096

/** The parts of a page that are copied into the new file. */
interface TakenPage {
  readonly box: Box
  readonly turns: number
  /** Size of one unit of the page, in points. */
  readonly unit: number
  readonly contents: Uint8Array
  readonly resources: PDFDict | undefined
  readonly group: PDFDict | undefined
  readonly appearances: readonly Appearance[]
}

/**
 * Writes a PDF anew from what its pages show: contents, resources, and the appearances of notes and fields. It copies nothing
 * else: no scripts, actions, links, attached files, forms, layers, outlines, and no title, author or date.
 * Every page stands upright with its corner at the origin, without the parts that were cropped away. A long page, such as a
 * saved web page, is cut into several.
 * @throws RefusedFile
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanedFile> {
  if (!Buffer.from(bytes.subarray(-END_WITHIN_BYTES)).includes('%%EOF')) throw new RefusedFile('damaged')
  const source = await opened(bytes)
  const pages = pagesOf(source)
  refuseWhatIsNotFlat(source)
  const taken = pages.map(takePage)
  // The old pages are emptied, so that nothing that is copied below can refer to one of them.
  for (const page of pages) for (const key of page.keys()) page.delete(key)
  disarm(source)
  const target = await PDFDocument.create({ updateMetadata: false })
  const copier = PDFObjectCopier.for(source.context, target.context)
  for (const page of taken) addPages(target, copier, page)
  const made = target.getPageCount()
  if (made > MOST_PAGES) throw new RefusedFile('too-many-pages')
  scrubStreams(target)
  const cleaned = await target.save({ addDefaultPage: false, updateFieldAppearances: false })
  await requireReadable(cleaned, made)
  return { format: 'pdf', bytes: cleaned, pages: made }
}

/** Opens a file. It removes a lock that needs no password: such a lock allows viewing, and only what is visible is copied. */
async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await parse(bytes)
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) throw new RefusedFile('damaged')
  }
  const open = await unlockedCopy(bytes, 'looking')
  if (!open) throw new RefusedFile('locked')
  return parse(open)
}

const parse = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity, throwOnInvalidObject: false })

/** Refuses a form that only some programs can draw, and a file with hidden layers, because the copy would show them. */
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

/** The contents of a page, unpacked and in one piece. */
function contentsOf(page: PDFPageLeaf): Uint8Array {
  const contents = page.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index)) : [contents]
  return Buffer.concat(streams.flatMap(stream => (stream instanceof PDFRawStream ? [unpack(stream), Buffer.from('\n')] : [])))
}

/** Adds the visible part of a page, as one page or, when it is long, as several pieces that share one drawing. */
function addPages(
  target: PDFDocument,
  copier: PDFObjectCopier,
  { box, turns, unit, contents, resources, group, appearances }: TakenPage,
): void {
  const { context } = target
  const sides = [(box.right - box.left) * unit, (box.top - box.bottom) * unit] as const
  const [width, height] = turns % 2 === 0 ? sides : [sides[1], sides[0]]
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
  const drawings = [drawing, ...appearances.map(appearance => drawingOf(copier.copy(appearance.drawing)))].map((stream, index) => ({
    name: PDFName.of(`D${index}`),
    ref: context.register(stream),
    place: appearances[index - 1],
  }))
  const steps = drawings.map(({ name, place }) => `q ${place ? `${written(place.matrix)} cm ` : ''}${name.toString()} Do Q`)
  for (const { top, length } of piecesOf(width, height)) {
    const page = target.addPage([width, length])
    for (const { name, ref } of drawings) page.node.setXObject(name, ref)
    const down = top + length - height
    const lines = ['q', `${written([1, 0, 0, 1, 0, down])} cm ${written(upright(box, turns, unit))} cm`, ...steps, 'Q'].join('\n')
    page.node.delete(PDFName.of('Annots'))
    page.node.set(PDFName.of('Contents'), context.register(context.stream(lines)))
  }
}

/** Names an appearance as a form XObject. As an appearance it may lack these names; as part of a page it needs them. */
function drawingOf(stream: PDFStream): PDFStream {
  stream.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
  stream.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  return stream
}

const written = (matrix: Matrix) => matrix.map(number => Number(number.toFixed(5))).join(' ')

/** The matrix that puts a page upright with its lower left corner at the origin, in points. */
function upright({ left, bottom, right, top }: Box, turns: number, unit: number): Matrix {
  const matrices: readonly Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ]
  return (matrices[turns] ?? matrices[0]!).map(number => number * unit) as unknown as Matrix
}
