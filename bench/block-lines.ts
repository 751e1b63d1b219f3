import type { Block } from '#app/packet/sheet.ts'

/** All words of a block, line by line, as a peer without our layout draws them; translations too. */
export function linesOf(block: Block): string[] {
  return plainLines(block).filter(line => line !== '')
}

const withTranslation = ({ text, translation }: { readonly text: string; readonly translation?: string }) => [text, translation ?? '']

function plainLines(block: Block): string[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.flatMap(row => [
        `${row.label}  ${row.value}`,
        [row.labelTranslation ?? '', row.valueTranslation ?? ''].join('  ').trim(),
      ])
    case 'table':
      return [block.columns, ...block.rows].flatMap(cells => [
        cells.map(cell => cell.text).join('  '),
        cells
          .map(cell => cell.translation ?? '')
          .join('  ')
          .trim(),
      ])
    case 'points':
      return block.items.flatMap(item => [...withTranslation(item), ...(item.notes ?? [])])
    case 'checks':
      return block.items.flatMap(withTranslation)
    case 'address':
      return [...block.lines]
    case 'figure':
      return [block.label, block.text, block.note ?? '']
    case 'notice':
      return [block.title ?? '', block.titleTranslation ?? '', ...withTranslation(block)]
    case 'contents':
      return block.entries.flatMap(withTranslation)
    case 'exhibit-page':
      return [block.stamp]
    case 'writing-space':
      return [block.label, block.labelTranslation ?? '']
    case 'signature':
      return [
        ...block.sentences.flatMap(withTranslation),
        block.note ?? '',
        block.noteTranslation ?? '',
        ...block.lines.flat().flatMap(line => [line.label, line.labelTranslation ?? '']),
      ]
    case 'story':
      return [block.text]
    case 'heading':
    case 'paragraph':
      return withTranslation(block)
  }
}
