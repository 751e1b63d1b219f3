import type { Translate } from '#app/i18n/translator.ts'
import { whatChangeEnds } from '#machines/draft/change.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { replayDraft } from '#machines/draft/machine.ts'

/**
 * The line of a page on which a claim can be changed: what a change would end, or what one has ended.
 * @param status what happened to the claim
 * @returns `undefined` where there is nothing of the kind
 */
export function changeLine(t: Translate, status: readonly DraftEvent[]): string | undefined {
  const life = replayDraft(status)
  const ends = whatChangeEnds(life)
  if (ends) return t(`life:change.${ends}`)
  const { sentBack } = life
  return sentBack === null || sentBack === 'changes-asked' ? undefined : t(`life:sentBack.${sentBack}`)
}
