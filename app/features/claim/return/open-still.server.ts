import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'

/** The state of the session, for a script of the page. To ask for it marks no message as read. */
export interface OpenStill {
  /** Seconds until the session ends if the person does nothing; 0 if it has ended. */
  readonly secondsLeft: number
  /** Whether the claim has a phrase that opens it again; `null` if that can no longer be known. */
  readonly words: boolean | null
}

/** The time that the browser's session has left, for all its windows together. Asking does not prolong the session. */
export async function openStill({ drafts }: Pick<Services, 'drafts'>, request: Request): Promise<OpenStill> {
  const look = await drafts.look(findCookie(request, COOKIE_NAMES.draft))
  return { secondsLeft: look?.secondsLeft ?? 0, words: look?.hasPhrase ?? null }
}
