import { PDFHexString, PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Face } from '#app/packet/pdf/fonts.server.ts'
import type { Glyph, Shaped } from '#app/packet/pdf/shape.ts'
import { LineShaper, type LineDirection, type ShapedLine } from './line-shaper.server.ts'
import { subsetFont } from './subset.server.ts'

interface Entry {
  readonly face: Face
  /** The name of the font in the file. */
  readonly name: string
  readonly ref: PDFRef
  /** The codes in the file, by glyph and the characters that it stands for, so that copied text is what was written. */
  readonly codes: Map<string, { readonly code: number; readonly glyph: Glyph }>
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
/** A number as PDF writes it, without an exponent. */
export const pdfNumber = (value: number) => String(Math.round(value * 1000) / 1000)

/**
 * The fonts of one PDF file. Callers draw lines with it while they make the pages; then {@link finish} embeds only the used part of
 * each font. A code stands for a glyph together with its characters, so that copying gives the text back in any script.
 */
export class FontBook {
  readonly #context: PDFContext
  readonly #shaper: LineShaper
  readonly #entries = new Map<Face, Entry>()

  /** @param person the person's language; its fonts are tried before others */
  constructor(context: PDFContext, person: LanguageCode) {
    this.#context = context
    this.#shaper = new LineShaper(person)
  }

  /** Shapes one line with these fonts. */
  shape(text: string, direction: LineDirection): ShapedLine {
    return this.#shaper.shape(text, direction)
  }

  /** The names and references of the fonts that these lines need. */
  resources(lines: readonly ShapedLine[]): Record<string, PDFRef> {
    const faces = new Set(lines.flatMap(line => line.parts.map(part => part.face)))
    return Object.fromEntries([...faces].map(face => [this.#entry(face).name, this.#entry(face).ref]))
  }

  /** The operators that draw one line from a point on its baseline. They must stand between `BT` and `ET`. */
  draw(line: ShapedLine, size: number, x: number, y: number): string {
    const parts: string[] = [`1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm`]
    for (const part of line.parts) {
      let at = 0
      while (at < part.glyphs.length) {
        const rise = part.glyphs[at]?.dy ?? 0
        let end = at + 1
        while (end < part.glyphs.length && part.glyphs[end]?.dy === rise) end++
        const raised = pdfNumber((rise * size) / 1000)
        parts.push(`/${this.#entry(part.face).name} ${pdfNumber(size)} Tf ${raised} Ts ${this.#show(part, part.glyphs.slice(at, end))}`)
        at = end
      }
    }
    return parts.join('\n')
  }

  #show({ face }: Shaped, glyphs: readonly Glyph[]): string {
    const shown = glyphs.map(glyph => {
      const before = glyph.dx === 0 ? '' : `${pdfNumber(-glyph.dx)} `
      const after = nominalWidth(face, glyph) - glyph.advance + glyph.dx
      return `${before}<${hex(this.#code(face, glyph))}>${Math.abs(after) < 0.001 ? '' : ` ${pdfNumber(after)}`}`
    })
    return `[${shown.join(' ')}] TJ`
  }

  #entry(face: Face): Entry {
    const known = this.#entries.get(face)
    if (known) return known
    // The number makes names unique, because one family can have several slices, each a font of its own.
    const name = `${face.family.replaceAll(' ', '')}-${this.#entries.size + 1}`
    const entry: Entry = { face, name, ref: this.#context.nextRef(), codes: new Map() }
    this.#entries.set(face, entry)
    return entry
  }

  #code(face: Face, glyph: Glyph): number {
    const { codes } = this.#entry(face)
    const key = `${glyph.id}:${glyph.text}`
    const known = codes.get(key)
    if (known) return known.code
    const code = codes.size + 1
    codes.set(key, { code, glyph })
    return code
  }

  /** Writes the fonts into the file. Nothing can be drawn afterwards. */
  async finish(): Promise<void> {
    for (const entry of this.#entries.values()) await this.#embed(entry)
  }

  async #embed({ face, name: family, ref, codes }: Entry): Promise<void> {
    const context = this.#context
    const used = [...codes.values()]
    const bytes = await subsetFont(face.bytes, [...new Set(used.map(({ glyph }) => glyph.id))])
    const file = context.register(context.flateStream(bytes, { Length1: bytes.length }))
    // The name of a subset begins with six letters of its own (ISO 32000-1, 9.6.4).
    const name = PDFName.of(`${subsetTag(this.#entries.size, used.length)}+${family}`)
    const { ascender, descender } = face.shaping.hExtents()
    const scale = 1000 / face.unitsPerEm
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [-1000, -500, 2000, 1250],
        ItalicAngle: 0,
        Ascent: Math.round(ascender * scale),
        Descent: Math.round(descender * scale),
        CapHeight: 714,
        StemV: 80,
        FontFile2: file,
      }),
    )
    const places = new Uint8Array((used.length + 1) * 2)
    for (const { code, glyph } of used) places.set([glyph.id >> 8, glyph.id & 0xff], code * 2)
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        FontDescriptor: descriptor,
        DW: 1000,
        CIDSystemInfo: { Registry: PDFHexString.fromText('Adobe'), Ordering: PDFHexString.fromText('Identity'), Supplement: 0 },
        CIDToGIDMap: context.register(context.flateStream(places)),
        W: [1, used.map(({ glyph }) => Math.round(nominalWidth(face, glyph) * 100) / 100)],
      }),
    )
    context.assign(
      ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: context.register(context.flateStream(unicodeMap(used))),
      }),
    )
  }
}

/** The width that the font gives a glyph before shaping moves it, in thousandths of the font size. */
const nominalWidth = (face: Face, { id }: Glyph) => (face.advanceOf(id) * 1000) / face.unitsPerEm

function subsetTag(fonts: number, glyphs: number): string {
  let number = fonts * 10_007 + glyphs
  return Array.from({ length: 6 }, () => {
    const letter = String.fromCharCode(65 + (number % 26))
    number = Math.floor(number / 26)
    return letter
  }).join('')
}

/** The characters of each code, as a CMap (ISO 32000-1, 9.10.3). */
function unicodeMap(used: readonly { readonly code: number; readonly glyph: Glyph }[]): string {
  const rows = used
    .filter(({ glyph }) => glyph.text !== '')
    .map(
      ({ code, glyph }) =>
        `<${hex(code)}> <${Array.from({ length: glyph.text.length }, (_, at) => hex(glyph.text.charCodeAt(at))).join('')}>`,
    )
  // One block holds at most a hundred rows.
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => rows.slice(at * 100, at * 100 + 100))
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks.map(block => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}
