/** Which of two answers to one field stays. */
export type KeptSide = 'mine' | 'saved'

/** What the buttons say where two windows changed one page. */
export const KEEP = { mine: 'keep-mine', saved: 'keep-saved', chosen: 'keep-chosen' } as const

/** Name of the choice about one field. */
export const keepName = (field: string): string => `keep.${field}`
