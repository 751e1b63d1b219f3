import { COOKIE_NAMES, findCookie } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'

/** What a page that asks by itself hears of the session; nothing that a person should read is used up by it. */
export interface OpenStill {
  /** Seconds until the session ends if nobody goes on; 0 where it has ended. */
  readonly secondsLeft: number
  /** Whether the claim has words that open it again; `null` where that cannot be known any more. */
  readonly words: boolean | null
}

/** The time that a browser's session has left, in whichever window it was used last. Asking does not keep it open. */
export async function openStill({ drafts }: Pick<Services, 'drafts'>, request: Request): Promise<OpenStill> {
  const look = await drafts.look(findCookie(request, COOKIE_NAMES.draft))
  return { secondsLeft: look?.secondsLeft ?? 0, words: look?.hasPhrase ?? null }
}
