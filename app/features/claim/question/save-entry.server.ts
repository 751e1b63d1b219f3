import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import type { ClaimPosition } from '#machines/claim/machine.ts'
import { entryEvent, stepClaim } from '#machines/claim/replay.ts'
import { PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** Saves tried again because another page was saved in between. */
const TRIES = 5

export type SavedEntry =
  | { readonly saved: 'yes'; readonly answers: ClaimAnswers; readonly next: ClaimPosition }
  /** The page was changed elsewhere since the form was made; nothing was written. */
  | { readonly saved: 'conflict'; readonly answers: ClaimAnswers }
  /** The page does not apply, or refuses the entry. */
  | { readonly saved: 'no' }

/**
 * Saves what a person did with one page. Somebody who saved another page meanwhile is in nobody's way: only a
 * change of the same page is a conflict, unless both wrote the same.
 * @param seen fingerprint of the entry that the form was made from
 * @param mayStep whether what the save leads to is wanted; a save that is not wanted writes nothing
 * @throws Response that leads away where the session has ended
 */
export async function saveEntry(
  services: Services,
  visit: ClaimVisit,
  page: QuestionId,
  entry: Entry,
  seen: string,
  mayStep: (answers: ClaimAnswers) => boolean = () => true,
): Promise<SavedEntry> {
  const { today, session, speech } = visit
  let { answers, revision } = visit.draft
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const stored = fingerprint(answers[page])
    const step = stepClaim(answers, today, page, entryEvent(entry))
    if (!step.accepted || !mayStep(step.answers)) return { saved: 'no' }
    if (stored !== seen && stored !== fingerprint(step.answers[page])) return { saved: 'conflict', answers }
    const result = await services.drafts.save(session, revision, { answers: step.answers, language: speech.language }, visit.draft)
    if (result.ok) return { saved: 'yes', answers: step.answers, next: step.position }
    if (result.reason === 'ended') throw seeOther(PATHS.return)
    ;({ answers, revision } = result.conflict)
  }
  throw new Error('the draft changed with every try to save it')
}
