import PDFDocument from 'pdfkit'
import type { Subset } from 'fontkit'
import type { Face } from './fonts.server.ts'

/** What the file says about itself. Nothing here may give away what the file is about. */
export interface FileFacts {
  readonly title: string
  readonly language: string
  /** A day, `YYYY-MM-DD`, instead of the clock, so that the same claim gives the same bytes. */
  readonly day: string
}

/** An object of the file. `data` may change until the object ends. */
export interface Ref {
  readonly id: number
  data: Record<string, unknown>
  write(chunk: Uint8Array | string): void
  end(chunk?: Uint8Array | string): void
}

/** A picture that pdfkit has read. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly label: string
  /** How the camera was held, as in EXIF: 1 to 8; absent for formats without it. */
  readonly orientation?: number
  readonly obj: Ref | null
  embed(file: unknown): void
}

/** A font of the file, with the glyphs added so far. */
export interface EmbeddedFont {
  readonly id: string
  readonly subset: Subset
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  ref(): Ref
}

interface Page {
  readonly dictionary: Ref
  readonly fonts: Record<string, Ref>
  readonly xobjects: Record<string, Ref>
  readonly ext_gstates: Record<string, Ref>
  readonly structParentTreeKey: number
}

/** The parts of pdfkit that this program uses and that are missing from pdfkit's types. */
export interface PdfFile {
  page: Page
  _font: EmbeddedFont
  addPage(): this
  switchToPage(index: number): this
  addContent(content: string): this
  font(face: unknown): this
  openImage(bytes: Uint8Array): Picture
  ref(data?: Record<string, unknown>): Ref
  getStructTreeRoot(): Ref
  getStructParentTree(): { add(key: number, value: unknown): void; get(key: number): unknown }
  createStructParentTreeNextKey(): number
  readonly outline: Outline
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  end(): void
}

interface Outline {
  addItem(title: string, options?: { pageNumber?: number; expanded?: boolean; fit?: boolean }): Outline
}

/** An empty file, ready for tagged pages. */
export function openFile({ title, language, day }: FileFacts): PdfFile {
  const date = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) throw new Error('the day of a packet is not a day')
  const file = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    compress: true,
    displayTitle: true,
    tagged: true,
    lang: language,
    pdfVersion: '1.7',
    info: { Title: title, Author: '', Creator: '', Producer: '', CreationDate: date, ModDate: date },
  })
  return file as unknown as PdfFile
}

/** Resolves with all bytes of the file once it has ended. */
export function bytesOf(file: PdfFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    file.on('data', chunk => chunks.push(chunk))
    file.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    file.on('error', reject)
  })
}

/** The fonts of one file. */
export class FileFonts {
  readonly #file: PdfFile
  readonly #fonts = new Map<Face, EmbeddedFont & { codes: Map<string, string> }>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  of(face: Face): EmbeddedFont & { codes: Map<string, string> } {
    const known = this.#fonts.get(face)
    if (known) return known
    const font = Object.assign(this.#file.font(face.embeddable)._font, { codes: new Map<string, string>() })
    this.#fonts.set(face, font)
    return font
  }

  /**
   * The code of a glyph in the file, four hexadecimal digits. A glyph that stands for several texts, such as a dotless letter
   * below different dots, gets a code for each text, so that a reader gets back what was written.
   */
  codeOf(face: Face, glyph: number, text: string): string {
    const font = this.of(face)
    const key = `${glyph} ${text}`
    const known = font.codes.get(key)
    if (known) return known
    const taken = font.subset.includeGlyph(glyph)
    const place = font.unicode[taken] === undefined ? taken : font.subset.glyphs.push(glyph) - 1
    font.widths[place] = (face.advanceOf(glyph) * 1000) / face.unitsPerEm
    font.unicode[place] = Array.from(text, character => character.codePointAt(0) ?? 0)
    const code = place.toString(16).padStart(4, '0')
    font.codes.set(key, code)
    return code
  }
}
