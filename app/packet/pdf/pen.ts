import { Dots } from './dots.ts'
import { decimal, rgb, showing, type Aside } from './line-operators.ts'
import { FileFonts, type PdfFile, type Ref } from './pdf-file.ts'
import type { Line, SetText } from './set-text.ts'
import type { StructureTree, Tag } from './structure.ts'
import { PAGE } from './styles.ts'

/** Scripts whose glyphs do not give their text back one by one. A line in them has `ActualText`; from right to left, its element has. */
const TOLD_APART = /[\u0900-\u0dff\u0e00-\u0eff\u1780-\u17ff]/
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A place on a page. Lengths are in points; `top` counts from the top of the page. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** Draws on the pages of one file and tags what it draws. Content without a tag is an artifact. */
export class Pen {
  readonly fonts: FileFonts
  readonly #file: PdfFile
  readonly #tree: StructureTree
  readonly #dots: Dots
  #content: string[] = []
  #open: Tag | 'artifact' | 'pagination' | null = null
  #fill = ''
  #artifact: 'artifact' | 'pagination' | null = null

  constructor(file: PdfFile, tree: StructureTree) {
    this.#file = file
    this.#tree = tree
    this.fonts = new FileFonts(file)
    this.#dots = new Dots(file)
  }

  /** Begins to draw on a page. */
  turnTo(index: number): void {
    this.#file.switchToPage(index)
    // pdfkit flips every page; flipping it once more restores PDF's own coordinates.
    this.#content = [`1 0 0 -1 0 ${PAGE.height} cm`]
    this.#fill = ''
  }

  /** Ends a page. */
  leave(): void {
    this.#close()
    this.#file.addContent(this.#content.join('\n'))
  }

  /** Runs a function and marks everything that it draws as an artifact. */
  asArtifact(kind: 'artifact' | 'pagination', draw: () => void): void {
    const before = this.#artifact
    this.#artifact = kind
    draw()
    this.#artifact = before
  }

  /** Puts an element into the tree although nothing is drawn into it. */
  touch(tag: Tag): void {
    if (!this.#artifact) this.#tree.touch(tag)
  }

  /** Draws lines of a text into a box: at the side where the text's lines begin, at the far side, or in the middle. */
  text(set: SetText, lines: readonly Line[], tag: Tag, { left, top, width }: Place, align: 'start' | 'end' | 'center' = 'start'): void {
    const toRight = set.rightToLeft !== (align === 'end')
    let y = top
    for (const line of lines) {
      const spare = width - line.width
      this.line(line, set.style, tag, left + (align === 'center' ? spare / 2 : toRight ? spare : 0), y + line.baseline)
      y += line.height
    }
    if (RIGHT_TO_LEFT.test(set.text) && !this.#artifact) tag.actual ??= set.text
  }

  /** Draws one line with its baseline at `bottom`. */
  line(line: Line, style: SetText['style'], tag: Tag, left: number, bottom: number): void {
    if (line.parts.length === 0) return
    this.glyphs(line, style.size, style.color, tag, [1, 0, 0, 1, left - line.overhang, PAGE.height - bottom])
  }

  /** Draws the glyphs of a line; the matrix places them. */
  glyphs(line: Line, size: number, color: string, tag: Tag, matrix: readonly number[]): void {
    const told = !this.#artifact && TOLD_APART.test(line.text) && !RIGHT_TO_LEFT.test(line.text)
    if (told) this.#openSpan(tag, line.text)
    else this.#openFor(tag)
    this.#color(color)
    for (const { face } of line.parts) {
      const font = this.fonts.of(face)
      this.#file.page.fonts[font.id] ??= font.ref()
    }
    const { operators, asides } = showing(line.parts, size, this.fonts)
    const place = matrix.map(value => decimal(value)).join(' ')
    this.#content.push(`BT\n${place} Tm\n${operators}ET`)
    if (asides.length > 0) this.#content.push(`q ${place} cm\n${asides.map(aside => this.#aside(aside, size)).join('\n')}\nQ`)
    if (told) this.#close()
  }

  #aside({ face, glyph, x, y }: Aside, size: number): string {
    const { name, object } = this.#dots.of(face, glyph)
    this.#file.page.xobjects[name] = object
    const scale = decimal(size / face.unitsPerEm, 5)
    return `q ${scale} 0 0 ${scale} ${decimal(x)} ${decimal(y)} cm /${name} Do Q`
  }

  /** Draws a horizontal line, as an artifact. */
  rule(left: number, top: number, width: number, thickness: number, color: string): void {
    const y = decimal(PAGE.height - top)
    this.#draw(`${decimal(thickness)} w ${rgb(color)} RG ${decimal(left)} ${y} m ${decimal(left + width)} ${y} l S`)
  }

  /** Draws a horizontal line of dots, as an artifact. */
  dots(left: number, top: number, width: number, color: string): void {
    const y = decimal(PAGE.height - top)
    this.#draw(`q 0.9 w 1 J [0 4] 0 d ${rgb(color)} RG ${decimal(left)} ${y} m ${decimal(left + width)} ${y} l S Q`)
  }

  /** Draws a filled box, as an artifact. */
  fill(left: number, top: number, width: number, height: number, color: string): void {
    this.#draw(`q ${rgb(color)} rg ${decimal(left)} ${decimal(PAGE.height - top - height)} ${decimal(width)} ${decimal(height)} re f Q`)
  }

  /** Draws the outline of a box, as an artifact. */
  box(left: number, top: number, width: number, height: number, thickness: number, color: string): void {
    this.#draw(
      `${decimal(thickness)} w ${rgb(color)} RG ${decimal(left)} ${decimal(PAGE.height - top - height)} ${decimal(width)} ${decimal(height)} re S`,
    )
  }

  /** Draws a picture or a page of another paper. The matrix places its unit square (or its own box) on the page. */
  object(name: string, object: Ref, matrix: readonly number[], tag: Tag): void {
    this.#openFor(tag)
    this.#file.page.xobjects[name] = object
    this.#content.push(`q ${matrix.map(value => decimal(value)).join(' ')} cm /${name} Do Q`)
  }

  /** Makes an empty object in the file, which a page of an attached paper replaces later. */
  reserve(): Ref {
    const object = this.#file.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] })
    object.end(' ')
    return object
  }

  /** Runs a function and draws everything that it draws with an opacity from 0 to 1, as an artifact. */
  faint(opacity: Ref, draw: () => void): void {
    this.asArtifact('pagination', () => {
      this.#openFor(null)
      this.#file.page.ext_gstates.Faint = opacity
      this.#content.push('q /Faint gs')
      draw()
      this.#openFor(null)
      this.#content.push('Q')
      this.#fill = ''
    })
  }

  /** Makes a box a link to a page of the file. */
  link(tag: Tag, { left, top, width }: Place, height: number, page: Ref, words: string): void {
    const y = PAGE.height - top
    const annotation = this.#file.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [left, y - height, left + width, y],
      Border: [0, 0, 0],
      F: 4,
      Contents: new String(words),
      Dest: [page, 'XYZ', null, null, null],
    })
    const { data } = this.#file.page.dictionary
    data.Annots = [...((data.Annots as Ref[] | undefined) ?? []), annotation]
    this.#tree.adopt(tag, annotation)
    annotation.end()
  }

  #draw(operators: string): void {
    this.#openFor(null)
    this.#content.push(operators)
  }

  #color(color: string): void {
    if (color === this.#fill) return
    this.#content.push(`${rgb(color)} rg`)
    this.#fill = color
  }

  #openFor(tag: Tag | null): void {
    const wanted = this.#artifact ?? tag ?? 'artifact'
    if (this.#open === wanted) return
    this.#close()
    if (wanted === 'artifact') this.#content.push('/Artifact BMC')
    else if (wanted === 'pagination') this.#content.push('/Artifact <</Type /Pagination>> BDC')
    else this.#content.push(`/${wanted.type} <</MCID ${this.#tree.mark(wanted)}>> BDC`)
    this.#open = wanted
  }

  /** Begins content whose text is given in `ActualText`, apart from its glyphs. The caller closes it after one line. */
  #openSpan(tag: Tag, text: string): void {
    this.#close()
    this.#content.push(`/Span <</MCID ${this.#tree.mark(tag)} /ActualText <${utf16(text)}>>> BDC`)
    this.#open = tag
  }

  #close(): void {
    if (this.#open !== null) this.#content.push('EMC')
    this.#open = null
  }
}

/** Big-endian UTF-16 with a byte order mark, in hexadecimal digits. */
function utf16(text: string): string {
  let digits = 'feff'
  for (let at = 0; at < text.length; at += 1) digits += text.charCodeAt(at).toString(16).padStart(4, '0')
  return digits
}
