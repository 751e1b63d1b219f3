import type { Telling } from '../answers.ts'
import type { Block, Sheet } from '../sheet.ts'

const isGap = (block: Block): boolean =>
  (block.kind === 'rows' && block.rows.some(row => row.blank)) ||
  (block.kind === 'table' && block.rows.flat().some(cell => cell.blank)) ||
  (block.kind === 'writing-space' && block.mayStayEmpty !== true)

/** Whether a sheet has missing answers that must be filled in by hand. */
export const hasGaps = ({ blocks }: Pick<Sheet, 'blocks'>): boolean => blocks.some(isGap)

/** Says that lines were left empty, behind the first block of a sheet, where some were. */
export function withGapsNamed({ t }: Telling, sheet: Sheet): Sheet {
  if (!hasGaps(sheet)) return sheet
  const [intro, ...rest] = sheet.blocks
  return { ...sheet, blocks: [...(intro ? [intro] : []), { kind: 'paragraph', text: t('statements:emptyLines') }, ...rest] }
}
