import type { Block } from '#app/packet/sheet.ts'

/** All words of a block, line by line, as a peer without our layout draws them; glosses too. */
export function linesOf(block: Block): string[] {
  return plainLines(block).filter(line => line !== '')
}

const withGloss = ({ text, gloss }: { readonly text: string; readonly gloss?: string }) => [text, gloss ?? '']

function plainLines(block: Block): string[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.flatMap(row => [`${row.label}  ${row.value}`, [row.labelGloss ?? '', row.valueGloss ?? ''].join('  ').trim()])
    case 'table':
      return [block.columns, ...block.rows].flatMap(cells => [
        cells.map(cell => cell.text).join('  '),
        cells
          .map(cell => cell.gloss ?? '')
          .join('  ')
          .trim(),
      ])
    case 'points':
      return block.items.flatMap(item => [...withGloss(item), ...(item.notes ?? [])])
    case 'checks':
      return block.items.flatMap(withGloss)
    case 'address':
      return [...block.lines]
    case 'figure':
      return [block.label, block.text, block.note ?? '']
    case 'notice':
      return [block.title ?? '', block.titleGloss ?? '', ...withGloss(block)]
    case 'contents':
      return block.entries.flatMap(withGloss)
    case 'exhibit-page':
      return [block.stamp]
    case 'writing-space':
      return [block.label, block.labelGloss ?? '']
    case 'signature':
      return [
        ...block.sentences.flatMap(withGloss),
        block.note ?? '',
        block.noteGloss ?? '',
        ...block.lines.flat().flatMap(line => [line.label, line.labelGloss ?? '']),
      ]
    case 'story':
      return [block.text]
    case 'heading':
    case 'paragraph':
      return withGloss(block)
  }
}
