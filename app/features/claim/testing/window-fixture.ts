import type { Services } from '#app/services.server.ts'
import { speechFor } from '../speech.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

/** For tests: a window that opens the claim of a session as it is now. */
export async function openWindowOf({ drafts }: Pick<Services, 'drafts'>, session: string, today: string): Promise<ClaimVisit> {
  const draft = await drafts.find(session)
  if (!draft) throw new Error('no draft')
  return { today, session, draft, speech: speechFor('en', draft.answers) }
}
