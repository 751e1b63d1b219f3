import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import type { ClaimPosition } from '#machines/claim/machine.ts'
import { entryEvent, stepClaim } from '#machines/claim/replay.ts'
import { PATHS, seeOther, type ClaimVisit } from '../visit.server.ts'

/** Most attempts to save, because another page may be saved in between. */
const TRIES = 5

export type SavedEntry =
  | { readonly saved: 'yes'; readonly answers: ClaimAnswers; readonly next: ClaimPosition }
  /** The page was changed elsewhere since the form was made; nothing was written. */
  | { readonly saved: 'conflict'; readonly answers: ClaimAnswers }
  /** The page does not apply, or refuses the entry. */
  | { readonly saved: 'no' }

/**
 * Saves the entry of one page. Only a change of the same page in the meantime is a conflict, unless both wrote the same;
 * a change of another page is not.
 * @param seen fingerprint of the entry that the form was made from
 * @param mayStep whether the caller accepts the answers that the save leads to; otherwise nothing is written
 * @throws Response that leads away if the session has ended
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
