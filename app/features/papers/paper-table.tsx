/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- the roles are lost with the layout of a table, as said below */
import { useTranslation } from '#app/components/use-translation.ts'
import type { Block, Cell, Column } from '#app/packet/sheet.ts'
import { Remark, Said } from './paper-words.tsx'

/**
 * A table that becomes one card for each row on a narrow screen. Browsers drop the roles of a table's parts when a style sheet
 * changes their layout, so every part has its role as an attribute, and each cell has its heading.
 */
export function PaperTable({ table: { columns, rows } }: { readonly table: Extract<Block, { kind: 'table' }> }) {
  return (
    <table className="paper-table" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, place) => (
            <th key={place} scope="col" role="columnheader" className={endClass(column)}>
              <Said text={column.text} translation={column.translation} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, index) => (
          <tr key={index} role="row">
            {cells.map((cell, place) => (
              <TableCell key={place} cell={cell} column={columns[place]} first={place === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TableCell({ cell, column, first }: { readonly cell: Cell; readonly column: Column | undefined; readonly first: boolean }) {
  const { t } = useTranslation()
  const className =
    [endClass(column), cell.open ? 'soft' : undefined, LONG_WORD.test(cell.text) ? 'paper-long' : undefined].filter(Boolean).join(' ') ||
    undefined
  const words = cell.blank ? <Remark>{t('flow:paper.byHand')}</Remark> : <Said text={cell.text} translation={cell.translation} />
  const heading = [column?.text, column?.translation].filter(Boolean).join(' · ')
  // The first cell names its row, unless it is to be filled in by hand.
  if (first && !cell.blank && cell.text !== '') {
    return (
      <th scope="row" role="rowheader" className={className} data-heading={heading}>
        {words}
      </th>
    )
  }
  return (
    <td role="cell" className={className} data-heading={heading}>
      {words}
    </td>
  )
}

/** A word that is too long for a column. Only such a word may be broken anywhere. */
const LONG_WORD = /\S{17}/
const endClass = (column: Column | undefined) => (column?.align === 'end' ? 'paper-end' : undefined)
