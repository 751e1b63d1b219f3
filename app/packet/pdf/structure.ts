import type { PdfFile, Ref } from './pdf-file.ts'

/** Standard structure types that packets use. */
export type TagType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Span'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'

/** An element in the structure of the file. It enters the tree when something is first drawn into it, in the order of drawing. */
export interface Tag {
  readonly type: TagType
  readonly parent: Tag | null
  readonly language?: string | undefined
  readonly alt?: string | undefined
  readonly scope?: 'Row' | 'Column'
  readonly numbering?: 'Decimal' | 'Disc'
  /** The text of the whole element, when its glyphs alone do not give it in reading order. */
  actual?: string
}

type Kid = { readonly element: Element } | { readonly page: Ref; readonly mcid: number } | { readonly page: Ref; readonly annotation: Ref }

interface Element {
  readonly ref: Ref
  readonly kids: Kid[]
}

/** The structure tree of one file. It tells screen readers what each element is, and in which order to read. */
export class StructureTree {
  readonly #file: PdfFile
  readonly #elements = new Map<Tag, Element>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** Puts an element into the tree even when nothing is drawn into it, such as an empty cell. */
  touch(tag: Tag): void {
    this.#elementOf(tag)
  }

  /** @returns the number of a new piece of marked content on the current page; the piece belongs to the element */
  mark(tag: Tag): number {
    const { page } = this.#file
    const parents = this.#file.getStructParentTree().get(page.structParentTreeKey) as Ref[]
    const element = this.#elementOf(tag)
    const mcid = parents.push(element.ref) - 1
    element.kids.push({ page: page.dictionary, mcid })
    return mcid
  }

  /** Adds an annotation on the current page to an element. */
  adopt(tag: Tag, annotation: Ref): void {
    const element = this.#elementOf(tag)
    const key = this.#file.createStructParentTreeNextKey()
    this.#file.getStructParentTree().add(key, element.ref)
    annotation.data.StructParent = key
    element.kids.push({ page: this.#file.page.dictionary, annotation })
  }

  /** Writes the tree. Nothing can be drawn afterwards. */
  end(): void {
    for (const [tag, { ref, kids }] of this.#elements) {
      if (tag.actual !== undefined) ref.data.ActualText = new String(tag.actual)
      const first = kids.find(kid => 'mcid' in kid)
      const home = first && 'page' in first ? first.page : null
      if (home) ref.data.Pg = home
      ref.data.K = kids.map(kid => written(kid, home))
      ref.end()
    }
  }

  #elementOf(tag: Tag): Element {
    const known = this.#elements.get(tag)
    if (known) return known
    const parent = tag.parent ? this.#elementOf(tag.parent) : null
    const root = this.#file.getStructTreeRoot()
    const ref = this.#file.ref({
      Type: 'StructElem',
      S: tag.type,
      P: parent ? parent.ref : root,
      ...(tag.language && { Lang: new String(tag.language) }),
      ...(tag.alt && { Alt: new String(tag.alt) }),
      ...(tag.scope && { A: { O: 'Table', Scope: tag.scope } }),
      ...(tag.numbering && { A: { O: 'List', ListNumbering: tag.numbering } }),
    })
    const element = { ref, kids: [] }
    this.#elements.set(tag, element)
    if (parent) parent.kids.push({ element })
    else root.data.K = [...((root.data.K as Ref[] | undefined) ?? []), ref]
    return element
  }
}

function written(kid: Kid, home: Ref | null): unknown {
  if ('element' in kid) return kid.element.ref
  if ('annotation' in kid) return { Type: 'OBJR', Pg: kid.page, Obj: kid.annotation }
  return kid.page === home ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid }
}
