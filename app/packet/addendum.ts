import type { Block, Cell, Row, Said, Sheet } from './sheet.ts'

/** A value beside its label, or a cell, stays in its place up to this many characters. */
export const LONGEST_VALUE = 500
export const LONGEST_CELL = 240

type Params = Readonly<Record<string, string | number>>

/** Makes a sentence in English and its translation into the person's language; `own` holds the parameters that differ there. */
export type Tell = (key: string, params?: Params, own?: Params) => Said

/** One long text with every place that it was taken from. */
interface Note extends Said {
  readonly number: number
  readonly paths: readonly string[]
  readonly places: Said[]
}

/**
 * Moves the longest answers to a sheet of their own at the end, and adds that sheet only when there is one to move.
 * Each place says the number of its note, and each note names its places. The same answer in two places makes one note.
 */
export function withAddendum(sheets: readonly Sheet[], tell: Tell): Sheet[] {
  const notes = new Map<string, Note>()
  const kept = sheets.map(sheet => shortened(sheet, notes, tell))
  return notes.size === 0 ? kept : [...kept, addendum([...notes.values()], tell)]
}

function shortened(sheet: Sheet, notes: Map<string, Note>, tell: Tell): Sheet {
  const title: Said = { text: sheet.title, ...(sheet.titleTranslation !== undefined && { translation: sheet.titleTranslation }) }
  let section: readonly Said[] = []
  const move = (long: Said & { readonly paths?: readonly string[] }, label: Said): Said => {
    const key = JSON.stringify([long.text, long.paths])
    const { text, translation, paths = [] } = long
    const note = notes.get(key) ?? { number: notes.size + 1, text, ...(translation !== undefined && { translation }), paths, places: [] }
    note.places.push(joined([title, ...section, label]))
    notes.set(key, note)
    const see = tell('addendum.see', { number: note.number })
    // A sheet in English alone gets no translation here either.
    return sheet.titleTranslation === undefined ? { text: see.text } : see
  }
  const shorter = (block: Block): Block => {
    if (block.kind === 'heading') section = [block]
    if (block.kind === 'rows') return { ...block, rows: block.rows.map(row => shortRow(row, move)) }
    if (block.kind !== 'table') return block
    const label = (column: number, row: number): Said => {
      const { text = '', translation } = block.columns[column] ?? {}
      return tell('addendum.cell', { column: text, row: row + 1 }, { column: translation ?? text })
    }
    return {
      ...block,
      rows: block.rows.map((cells, row) => cells.map((cell, column) => shortCell(cell, long => move(long, label(column, row))))),
    }
  }
  return { ...sheet, blocks: sheet.blocks.map(shorter) }
}

function shortRow(row: Row, move: (long: Said & { readonly paths: readonly string[] }, label: Said) => Said): Row {
  if (row.value.length <= LONGEST_VALUE) return row
  const { value, valueTranslation, label, labelTranslation, paths } = row
  const see = move(
    { text: value, ...(valueTranslation !== undefined && { translation: valueTranslation }), paths },
    { text: label, ...(labelTranslation !== undefined && { translation: labelTranslation }) },
  )
  return {
    label,
    ...(labelTranslation !== undefined && { labelTranslation }),
    value: see.text,
    ...(see.translation !== undefined && { valueTranslation: see.translation }),
    paths: [],
  }
}

const shortCell = (cell: Cell, move: (long: Cell) => Said): Cell => (cell.text.length <= LONGEST_CELL ? cell : move(cell))

/** "Sheet · section · label", in both languages. */
function joined(parts: readonly Said[]): Said {
  return { text: parts.map(part => part.text).join(' · '), translation: parts.map(part => part.translation ?? part.text).join(' · ') }
}

function addendum(notes: readonly Note[], tell: Tell): Sheet {
  const title = tell('addendum.title')
  return {
    id: 'addendum',
    title: title.text,
    ...(title.translation !== undefined && { titleTranslation: title.translation }),
    eyebrow: tell('eyebrow.addendum').text,
    language: 'en',
    blocks: [{ kind: 'paragraph', ...tell('addendum.intro') }, ...notes.flatMap(note => noteBlocks(note, tell))],
  }
}

function noteBlocks({ number, text, translation, paths, places }: Note, tell: Tell): Block[] {
  const of = (language: 'text' | 'translation') => places.map(place => place[language] ?? place.text).join('; ')
  return [
    { kind: 'heading', ...tell('addendum.note', { number }) },
    { kind: 'paragraph', small: true, ...tell('addendum.belongs', { places: of('text') }, { places: of('translation') }) },
    { kind: 'paragraph', text, ...(translation !== undefined && { translation }), paths },
  ]
}
