import type { Translate } from '#app/i18n/translator.ts'
import { whatChangeEnds } from '#machines/draft/change.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { replayDraft } from '#machines/draft/machine.ts'

/**
 * The sentence on pages that can change a claim: what a change would undo in the claim's lifecycle (a review, signatures), or has undone.
 * @param status events of the claim's lifecycle so far
 * @returns `undefined` if a change undoes nothing, and none has
 */
export function changeLine(t: Translate, status: readonly DraftEvent[]): string | undefined {
  const state = replayDraft(status)
  const ends = whatChangeEnds(state)
  if (ends) return t(`lifecycle:change.${ends}`)
  const { sentBack } = state
  return sentBack === null || sentBack === 'changes-asked' ? undefined : t(`lifecycle:sentBack.${sentBack}`)
}
