import type { Weight } from './fonts.server.ts'

/** Letter paper and its margins, in points. */
export const PAGE = { width: 612, height: 792, side: 56, top: 54, bottom: 64, footer: 38 } as const

/** Width and height of what is inside the margins. */
export const BODY = { width: PAGE.width - 2 * PAGE.side, height: PAGE.height - PAGE.top - PAGE.bottom } as const

/** The colors of the web pages. Text has a contrast of 7:1 or more to its background. */
export const COLORS = { ink: '#23262b', soft: '#454a52', line: '#d9d2c5', rule: '#6e6a61', accent: '#0a4d49', wash: '#eef4f2' } as const

/** How a text looks: `size` in points, `leading` (the distance between lines) as a multiple of the size. */
export interface TextStyle {
  readonly size: number
  readonly leading: number
  readonly weight: Weight
  readonly color: string
}

const body: TextStyle = { size: 10.5, leading: 1.42, weight: 'regular', color: COLORS.ink }
const note: TextStyle = { size: 8.5, leading: 1.35, weight: 'regular', color: COLORS.soft }

export const TEXT = {
  body,
  note,
  strong: { ...body, weight: 'strong', color: COLORS.accent },
  soft: { ...body, color: COLORS.soft },
  small: { ...body, size: 9, color: COLORS.soft },
  eyebrow: { ...body, size: 9, weight: 'strong', color: COLORS.accent },
  title: { size: 20, leading: 1.25, weight: 'strong', color: COLORS.ink },
  heading: { size: 12.5, leading: 1.3, weight: 'strong', color: COLORS.accent },
  headCell: { size: 8.8, leading: 1.3, weight: 'strong', color: COLORS.ink },
  cell: { ...body, size: 9.2 },
  openCell: { ...body, size: 9.2, color: COLORS.soft },
  figure: { size: 21, leading: 1.3, weight: 'strong', color: COLORS.accent },
  figureNote: { ...body, size: 9.5, color: COLORS.soft },
  translation: { size: 8.8, leading: 1.35, weight: 'regular', color: COLORS.soft },
  stamp: { size: 9, leading: 1.3, weight: 'strong', color: COLORS.ink },
  footer: { ...note, leading: 1 },
  mark: { size: 9, leading: 1, weight: 'strong', color: COLORS.ink },
  across: { size: 44, leading: 1.5, weight: 'strong', color: COLORS.accent },
} as const satisfies Record<string, TextStyle>
