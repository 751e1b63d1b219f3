import type { ReactElement } from 'react'
import { Text, View } from '@react-pdf/renderer'
import type { Block, Cell, Column } from '../sheet.ts'
import { styles } from './styles.ts'

/** A part of a block; a whole one never breaks over two pages. */
export interface Piece {
  readonly node: ReactElement
  readonly whole: boolean
}

/** Most characters of a value beside its label; a longer one stands beneath it, as wide as the page, and may break. */
const LONGEST_WHOLE = 500
/** The same for a cell, which is narrower. */
const LONGEST_CELL = 240
/** Rows after which a long table says its headings again. */
const ROWS_PER_HEAD = 28

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const whole = (node: ReactElement): Piece => ({ node, whole: true })

/** Draws one block as the pieces between which a page may end; the view has decided everything else. */
export function piecesOf(block: Exclude<Block, Of<'heading'>>): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ node: <Text style={block.small ? styles.small : styles.paragraph}>{block.text}</Text>, whole: block.text.length <= LONGEST_WHOLE }]
    case 'address':
      return [whole(<Address block={block} />)]
    case 'figure':
      return [whole(<Figure block={block} />)]
    case 'points':
      return [...block.items.map((_, index) => whole(<Point block={block} index={index} />)), gap]
    case 'checks':
      return [...block.items.map(item => whole(<Check text={item.text} />)), gap]
    case 'rows':
      return [...block.rows.map(row => (row.value.length <= LONGEST_WHOLE ? whole(<LabelledRow row={row} />) : longPiece(row.label, row.value))), gap]
    case 'table':
      return [...tablePieces(block), gap]
    case 'notice':
      return [whole(<Notice block={block} />)]
    case 'story':
      return block.text.split('\n').filter(line => line.trim()).map(line => ({ node: <StoryLine text={line} />, whole: false }))
    case 'writing-space':
      return [whole(<Text style={styles.note}>{block.label}</Text>), ...emptyLines(block.lines).map(whole)]
    case 'signature':
      return [whole(<Signature block={block} />)]
  }
}

const gap = whole(<View style={styles.gap} />)

const emptyLines = (count: number) => Array.from({ length: count }, (_, index) => <View key={index} style={styles.spaceLine} />)

function Address({ block }: { block: Of<'address'> }) {
  return (
    <View style={styles.address}>
      {block.lines.map((line, index) => (
        <Text key={index}>{line}</Text>
      ))}
      {block.blank ? <View style={{ width: '50%' }}>{emptyLines(3)}</View> : null}
    </View>
  )
}

function Figure({ block }: { block: Of<'figure'> }) {
  return (
    <View style={styles.figure}>
      <Text>{block.label}</Text>
      <Text style={styles.figureText}>{block.text}</Text>
      {block.note ? <Text style={styles.figureNote}>{block.note}</Text> : null}
    </View>
  )
}

function Point({ block, index }: { block: Of<'points'>; index: number }) {
  const item = block.items[index]
  return (
    <View style={styles.point}>
      <Text style={styles.pointMark}>{block.ordered ? `${index + 1}.` : '•'}</Text>
      <View style={styles.pointBody}>
        <Text>{item?.text}</Text>
        {(item?.notes ?? []).map((note, place) => (
          <Text key={place} style={styles.note}>{note}</Text>
        ))}
      </View>
    </View>
  )
}

function Check({ text }: { text: string }) {
  return (
    <View style={styles.check}>
      <View style={styles.box} />
      <Text style={styles.pointBody}>{text}</Text>
    </View>
  )
}

function LabelledRow({ row }: { row: Of<'rows'>['rows'][number] }) {
  return (
    <View style={styles.row}>
      <Text style={styles.rowLabel}>{row.label}</Text>
      {row.blank ? <View style={styles.handRule} /> : <Text style={[styles.rowValue, row.open ? styles.open : {}]}>{row.value}</Text>}
    </View>
  )
}

/** Long words under their label; only text in a column can break over pages. */
const longPiece = (label: string, text: string): Piece => ({
  node: (
    <View style={styles.long}>
      <Text style={styles.note}>{label}</Text>
      <Text>{text}</Text>
    </View>
  ),
  whole: false,
})

/** The headings stay with the row beneath them and come again in long tables; long cells follow their row. */
function tablePieces({ columns, rows }: Of<'table'>): Piece[] {
  return rows.flatMap((cells, index) => {
    const row = <TableRow columns={columns} cells={cells.map(cell => (cell.text.length > LONGEST_CELL ? { ...cell, text: '…' } : cell))} />
    const below = cells.flatMap((cell, place) => (cell.text.length > LONGEST_CELL ? [longPiece(columns[place]?.text ?? '', cell.text)] : []))
    return [whole(index % ROWS_PER_HEAD > 0 ? row : <Headed columns={columns} row={row} />), ...below]
  })
}

function Headed({ columns, row }: { columns: readonly Column[]; row: ReactElement }) {
  return (
    <View>
      <View style={styles.tableHead}>
        {columns.map((column, place) => (
          <Text key={place} style={[styles.headCell, share(column)]}>{column.text}</Text>
        ))}
      </View>
      {row}
    </View>
  )
}

function TableRow({ columns, cells }: { columns: readonly Column[]; cells: readonly Cell[] }) {
  return (
    <View style={styles.tableRow}>
      {cells.map((cell, place) => (
        <DrawnCell key={place} cell={cell} column={columns[place]} />
      ))}
    </View>
  )
}

function DrawnCell({ cell, column }: { cell: Cell; column: Column | undefined }) {
  if (!cell.blank) return <Text style={[styles.cell, share(column), cell.open ? styles.open : {}]}>{cell.text}</Text>
  return (
    <View style={[styles.blankCell, share(column)]}>
      <View style={styles.handRule} />
    </View>
  )
}

const share = (column: Column | undefined) =>
  ({ flexGrow: column?.weight ?? 1, flexShrink: 1, flexBasis: 0, textAlign: column?.align === 'end' ? 'right' : 'left' }) as const

function Notice({ block }: { block: Of<'notice'> }) {
  return (
    <View style={styles.notice}>
      {block.title ? <Text style={styles.noticeTitle}>{block.title}</Text> : null}
      <Text>{block.text}</Text>
    </View>
  )
}

function StoryLine({ text }: { text: string }) {
  return (
    <View style={styles.story}>
      <Text>{text}</Text>
    </View>
  )
}

/** What is signed and the lines for it never part: nobody shall sign a page that does not show the sentence. */
function Signature({ block }: { block: Of<'signature'> }) {
  return (
    <View>
      {emptyLines(block.roomBefore ?? 0)}
      <View style={styles.signature}>
        {block.sentences.map((sentence, index) => (
          <Text key={index} style={styles.sentence}>{sentence}</Text>
        ))}
        {block.note ? <Text style={styles.note}>{block.note}</Text> : null}
        {block.lines.map((line, index) => (
          <View key={index} style={styles.handLines}>
            {line.map(({ label, weight }, place) => (
              <View key={place} style={[styles.handLine, { flexGrow: weight }]}>
                <Text style={styles.note}>{label}</Text>
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
