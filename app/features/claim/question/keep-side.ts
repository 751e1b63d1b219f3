/** Which of two answers to one field stays. */
export type KeptSide = 'mine' | 'saved'

/**
 * Intents of the buttons on the page about two windows that changed one page. What Enter sends takes the choices that were made, and decides
 * nothing by itself.
 */
export const KEEP = { mine: 'keep-mine', saved: 'keep-saved', chosen: 'answer' } as const

/** Name of the choice about one field. */
export const keepName = (field: string): string => `keep.${field}`
