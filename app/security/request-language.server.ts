import { COOKIE_NAMES, findCookie, type WithHeaders } from './cookies.server.ts'
import { findOfferedLanguage, negotiateLanguage, type Language } from '../i18n/languages.ts'

/** The language of a request: the one chosen before, otherwise the browser's best offered one. */
export function requestLanguage(request: WithHeaders): Language {
  return findOfferedLanguage(findCookie(request, COOKIE_NAMES.language)) ?? negotiateLanguage(request.headers.get('Accept-Language'))
}
