import type { Block, HandLine, Row, Said, Sheet } from './sheet.ts'

/**
 * An English sheet with a translation beneath each sentence. Every sheet that is signed is made so, because people must be able
 * to read what they sign. Only our own words get a translation; what a person typed is the same in both and is printed once.
 * @param own the same sheet from the same builder, in the person's language
 * @returns the English sheet unchanged when the person's language is English
 * @throws Error when the two sheets differ in shape, which is a fault of their builder
 */
export function bilingual(english: Sheet, own: Sheet): Sheet {
  if (own.language === english.language) return english
  if (own.id !== english.id) throw new Error(`"${own.id}" does not say the same as "${english.id}"`)
  return {
    ...english,
    ...(own.title !== english.title && { titleTranslation: own.title }),
    blocks: pairs(english.blocks, own.blocks, english.id).map(([block, other], index) =>
      translatedBlock(block, other, `${english.id}, block ${index + 1}`),
    ),
  }
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

function pairs<T>(english: readonly T[], own: readonly T[], where: string): (readonly [T, T])[] {
  if (english.length !== own.length) throw new Error(`${where}: ${english.length} and ${own.length} parts`)
  return english.map((each, index) => [each, own[index] as T])
}

/** Words that differ between the sheets are ours, so they get the translation beneath. */
const said = <T extends Said>(english: T, own: Said): T => (own.text === english.text ? english : { ...english, translation: own.text })

const saidAll = <T extends Said>(english: readonly T[], own: readonly T[], where: string): T[] =>
  pairs(english, own, where).map(([one, other]) => said(one, other))

function translatedBlock(block: Block, own: Block, where: string): Block {
  if (own.kind !== block.kind) throw new Error(`${where}: ${block.kind} and ${own.kind}`)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return said(block, own as typeof block)
    case 'notice': {
      const { title } = own as typeof block
      return { ...said(block, own as Of<'notice'>), ...(title !== block.title && title !== undefined && { titleTranslation: title }) }
    }
    case 'contents':
      return { ...block, entries: saidAll(block.entries, (own as typeof block).entries, where) }
    case 'points':
    case 'checks':
      return { ...block, items: saidAll(block.items, (own as typeof block).items, where) }
    case 'rows':
      return {
        ...block,
        rows: pairs(block.rows, (own as typeof block).rows, where).map(([row, other]) => translatedRow(row, other, where)),
      }
    case 'table':
      return translatedTable(block, own as typeof block, where)
    case 'writing-space':
      return labelled(block, own as typeof block)
    case 'signature':
      return translatedSignature(block, own as typeof block, where)
    // Typed text, drawings and names are the same in both languages.
    case 'address':
    case 'figure':
    case 'story':
    case 'exhibit-page':
      return block
  }
}

const labelled = <T extends { readonly label: string }>(english: T, own: T): T =>
  own.label === english.label ? english : { ...english, labelTranslation: own.label }

/** @throws Error when one sheet has an answer where the other has a line to fill in or another answer */
function same(one: Pick<Row, 'blank' | 'open'> & { readonly paths?: readonly string[] }, other: typeof one, where: string): void {
  const of = ({ blank, open, paths }: typeof one) => JSON.stringify([blank === true, open === true, paths ?? []])
  if (of(one) !== of(other)) throw new Error(`${where}: ${of(one)} and ${of(other)}`)
}

function translatedRow(row: Row, own: Row, where: string): Row {
  same(row, own, where)
  return { ...labelled(row, own), ...(own.value !== row.value && { valueTranslation: own.value }) }
}

function translatedTable(table: Of<'table'>, own: Of<'table'>, where: string): Block {
  const rows = pairs(table.rows, own.rows, where).map(([cells, others]) =>
    pairs(cells, others, where).map(([cell, other]) => {
      same(cell, other, where)
      return said(cell, other)
    }),
  )
  return { ...table, columns: saidAll(table.columns, own.columns, where), rows }
}

function translatedSignature(block: Of<'signature'>, own: Of<'signature'>, where: string): Block {
  const lines = pairs(block.lines, own.lines, where).map(([line, others]) =>
    pairs<HandLine>(line, others, where).map(([one, other]) => labelled(one, other)),
  )
  return {
    ...block,
    sentences: saidAll(block.sentences, own.sentences, where),
    ...(own.note !== block.note && own.note !== undefined && { noteTranslation: own.note }),
    lines,
  }
}
