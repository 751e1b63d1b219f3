import { redirectDocument } from '@remix-run/node'
import type { OpenDraft } from '#app/data/drafts/index.server.ts'
import { findOfferedLanguage } from '#app/i18n/languages.ts'
import { COOKIE_NAMES, findCookie, isSecure, sessionCookie } from '#app/security/cookies.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { firstPath, openCookie, seeOther } from '../visit.server.ts'
import { openedPath } from '../way-to-share.server.ts'

/** Why a phrase did not open a claim. The answer does not tell a mistyped phrase from an unknown one. */
export interface NotOpened {
  readonly problem: 'empty' | 'wrong' | 'slow-down'
  /** Minutes to wait after too many tries, at least 1. */
  readonly minutes: number
  readonly typed: string
}

/** Opens the claim of a phrase in this browser, in the claim's language unless the person has chosen another one here. */
export async function returnToClaim(services: Services, request: Request, clientAddress: string): Promise<Response | NotOpened> {
  const { phrase: typed = '' } = (await readSentForm(request, SMALL_FORM)).typed
  if (typed.trim() === '') return { problem: 'empty', minutes: 0, typed: '' }
  const opened = await services.drafts.openByPhrase(typed, clientAddress)
  if (!opened.ok) {
    const seconds = opened.reason === 'slow-down' ? opened.retryAfterSeconds : 0
    return { problem: opened.reason, minutes: Math.ceil(seconds / 60), typed }
  }
  await services.drafts.lock(findCookie(request, COOKIE_NAMES.draft))
  const path = firstPath(request, openedPath(services, request))
  return inLanguageOf(await services.drafts.find(opened.session), request, path, seeOther(path, openCookie(request, opened.session)))
}

/** Loads a whole page if the language changes, because the browser holds the sentences of one language only. */
function inLanguageOf(draft: OpenDraft | null, request: Request, path: string, response: Response): Response {
  const chosen = findOfferedLanguage(findCookie(request, COOKIE_NAMES.language))
  const language = findOfferedLanguage(draft?.language)
  if (chosen || !language) return response
  response.headers.append('Set-Cookie', sessionCookie(COOKIE_NAMES.language, language.code, isSecure(request)))
  return redirectDocument(path, { status: 303, headers: response.headers })
}
