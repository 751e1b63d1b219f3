import { PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import type { ExhibitFile } from '#app/packet/exhibit.ts'
import type { ExhibitDrawing, FindExhibit } from './drawings.ts'

/** A place in the packet for a page of an attached paper; `object` is the number of the packet's object. */
interface Slot {
  readonly object: number
  /** The page as an object of {@link OpenExhibits.store}. */
  readonly page: PDFRef
}

/** The attached papers, read before the packet is laid out. */
export interface OpenExhibits {
  readonly find: FindExhibit
  /** Holds everything that can be drawn, until it is copied into the packet. */
  readonly store: PDFDocument
  /** The places where something was drawn. */
  readonly slots: readonly Slot[]
}

interface Readable {
  readonly ref: PDFRef
  readonly width: number
  readonly height: number
  /** The clockwise turn that makes the page upright: 0, 90, 180 or 270 degrees. */
  readonly turn: number
  /** True for a picture, which fills the unit square; false for a page, which fills its own width and height. */
  readonly unit: boolean
}

/** Reads all papers. It leaves out a page that cannot be read, and goes on with the rest. */
export async function openExhibits(files: readonly ExhibitFile[]): Promise<OpenExhibits> {
  const store = await PDFDocument.create({ updateMetadata: false })
  const papers = new Map<string, readonly (Readable | null)[]>()
  for (const file of files) papers.set(file.id, await readPaper(store, file))
  const slots: Slot[] = []
  const find: FindExhibit = (file, page) => {
    const readable = papers.get(file)?.[page]
    return readable ? drawing(readable, slots) : null
  }
  return { find, store, slots }
}

async function readPaper(store: PDFDocument, { format, bytes }: ExhibitFile): Promise<(Readable | null)[]> {
  try {
    if (format !== 'pdf') return [await readPicture(store, format, bytes)]
    const paper = await PDFDocument.load(bytes, { updateMetadata: false })
    flattenForm(paper)
    const pages: (Readable | null)[] = []
    // Copied together, so that objects that the pages share are copied once.
    for (const page of await store.copyPages(paper, paper.getPageIndices())) pages.push(await readPage(store, page))
    return pages
  } catch {
    return []
  }
}

async function readPicture(store: PDFDocument, format: 'jpeg' | 'png', bytes: Uint8Array): Promise<Readable> {
  const picture = format === 'jpeg' ? await store.embedJpg(bytes) : await store.embedPng(bytes)
  await picture.embed()
  return { ref: picture.ref, width: picture.width, height: picture.height, turn: 0, unit: true }
}

async function readPage(store: PDFDocument, page: PDFPage): Promise<Readable | null> {
  try {
    const { x, y, width, height } = page.getCropBox()
    const embedded = await store.embedPage(page, { left: x, bottom: y, right: x + width, top: y + height })
    await embedded.embed()
    return { ref: embedded.ref, width, height, turn: ((page.getRotation().angle % 360) + 360) % 360, unit: false }
  } catch {
    return null
  }
}

/** Paints the values of form fields onto the pages, because only painted content is copied. */
function flattenForm(paper: PDFDocument): void {
  try {
    if (paper.getForm().getFields().length > 0) paper.getForm().flatten()
  } catch {
    // A form that cannot be painted leaves the page as it is.
  }
}

function drawing({ ref, width, height, turn, unit }: Readable, slots: Slot[]): ExhibitDrawing {
  const sideways = turn % 180 !== 0
  const [seenWidth, seenHeight] = sideways ? [height, width] : [width, height]
  return {
    width: seenWidth,
    height: seenHeight,
    draw: (pen, figure, box) => {
      const object = pen.reserve()
      slots.push({ object: object.id, page: ref })
      const [along, up] = unit ? [1, 1] : [width, height]
      const { left, bottom } = box
      const [w, h] = [(sideways ? box.height : box.width) / along, (sideways ? box.width : box.height) / up]
      const matrices: Record<number, readonly number[]> = {
        0: [w, 0, 0, h, left, bottom],
        90: [0, -w, h, 0, left, bottom + box.height],
        180: [-w, 0, 0, -h, left + box.width, bottom + box.height],
        270: [0, w, -h, 0, left + box.width, bottom],
      }
      pen.object(`X${object.id}`, object, matrices[turn] ?? [w, 0, 0, h, left, bottom], figure)
    },
  }
}
