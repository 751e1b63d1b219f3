import type { DraftState } from './machine.ts'

/** What a change of an answer or a paper would end; `filed` means that the change no longer reaches the papers that were filed. */
export type ChangeEnds = 'review' | 'ready' | 'signatures' | 'filed'

/** What a change of an answer or a paper would end now, so that a page can say so before; `null` where it would end nothing. */
export function whatChangeEnds({ state, filedOn, signatures }: DraftState): ChangeEnds | null {
  if (state === 'closed') return null
  if (filedOn !== null) return 'filed'
  if (signatures.length > 0) return 'signatures'
  if (state === 'readyToSign') return 'ready'
  return state === 'inReview' ? 'review' : null
}
