import type { DraftState } from './machine.ts'

/** What a changed answer or paper would end, or reach no more. */
export type ChangeEnds = 'review' | 'ready' | 'signatures' | 'filed'

/** What it would mean for a draft's life to change an answer or a paper now, so that it can be said before; `null` where nothing. */
export function whatChangeEnds({ state, filedOn, signatures }: DraftState): ChangeEnds | null {
  if (state === 'closed') return null
  if (filedOn !== null) return 'filed'
  if (signatures.length > 0) return 'signatures'
  if (state === 'readyToSign') return 'ready'
  return state === 'inReview' ? 'review' : null
}
