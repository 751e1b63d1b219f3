import { Fragment, type ReactElement } from 'react'
import { Document, Page, Text, View } from '@react-pdf/renderer'
import type { Block, PacketView, Part, Sheet } from '../sheet.ts'
import { piecesOf, type Piece } from './pieces.tsx'
import { styles } from './styles.ts'

/** Marks the pages of a part, so that they can be numbered after the layout. */
export type PageOf = Part | 'divider'
export interface MarkedPage {
  readonly pageOf: PageOf
}

/** Room in points that must follow a heading whose next piece may break. */
const AFTER_HEADING = 60

const LISTS: ReadonlySet<Block['kind'] | undefined> = new Set(['points', 'rows', 'table', 'checks'])

/** All sheets in their order: what is mailed, the dividing sheet, what is kept; or one part alone. */
export function PacketDocument({ view, part }: { view: PacketView; part: Part | 'both' }) {
  const runs: (readonly [readonly Sheet[], PageOf])[] = [
    ...(part === 'keep' ? [] : pageRuns(view.mail).map(sheets => [sheets, 'mail'] as const)),
    ...(part === 'both' ? [[[view.divider], 'divider'] as const] : []),
    ...(part === 'mail' ? [] : pageRuns(view.keep).map(sheets => [sheets, 'keep'] as const)),
  ]
  return (
    <Document title={view.title}>
      {runs.map(([sheets, pageOf], index) => (
        <RunOfPages key={index} sheets={sheets} mark={{ pageOf }} />
      ))}
    </Document>
  )
}

/** Sheets that share their pages: one that begins a page, with those that flow on after it. */
function pageRuns(sheets: readonly Sheet[]): Sheet[][] {
  const runs: Sheet[][] = []
  for (const sheet of sheets) {
    const last = runs.at(-1)
    if (sheet.flows && last) last.push(sheet)
    else runs.push([sheet])
  }
  return runs
}

function RunOfPages({ sheets, mark }: { sheets: readonly Sheet[]; mark: MarkedPage }) {
  return (
    <Page size="LETTER" style={styles.page} experimentalPagination {...mark}>
      {sheets.map((sheet, index) => (
        <Fragment key={sheet.id}>{drawnSheet(sheet, index > 0)}</Fragment>
      ))}
    </Page>
  )
}

/** The title stays with the first piece of the sheet, and so does each heading with what follows it. */
function drawnSheet(sheet: Sheet, flowing: boolean): ReactElement[] {
  const title = (
    <View style={flowing ? styles.flowing : {}}>
      <Text style={styles.eyebrow}>{sheet.eyebrow}</Text>
      <Text style={styles.title}>{sheet.title}</Text>
    </View>
  )
  let held: ReactElement[] = [title]
  const drawn: ReactElement[] = []
  for (const [index, block] of sheet.blocks.entries()) {
    if (block.kind === 'heading') {
      held = [...held, <Text style={styles.heading}>{block.text}</Text>]
      continue
    }
    const [first, ...rest] = piecesOf(block)
    if (!first) continue
    // A sentence that leads from a heading to a list goes with both.
    if (block.kind === 'paragraph' && first.whole && held.length > 0 && LISTS.has(sheet.blocks[index + 1]?.kind)) {
      held = [...held, first.node]
      continue
    }
    drawn.push(together(held, first), ...rest.map(alone))
    held = []
  }
  return [...drawn, ...held].map((node, index) => <Fragment key={index}>{node}</Fragment>)
}

const alone = ({ node, whole }: Piece): ReactElement => <View wrap={!whole}>{node}</View>

function together(held: readonly ReactElement[], piece: Piece): ReactElement {
  if (held.length === 0) return alone(piece)
  const heads = held.map((head, index) => <Fragment key={index}>{head}</Fragment>)
  if (piece.whole) {
    return (
      <View wrap={false}>
        {heads}
        {piece.node}
      </View>
    )
  }
  return (
    <>
      <View wrap={false} minPresenceAhead={AFTER_HEADING}>{heads}</View>
      {alone(piece)}
    </>
  )
}

