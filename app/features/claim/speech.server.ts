import { getLanguage, type LanguageCode } from '#app/i18n/languages.ts'
import { getI18n } from '#app/i18n/resources.server.ts'
import type { Translate } from '#app/i18n/translator.ts'
import type { FILERS } from '#machines/answers/claim-file.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'

type Filer = (typeof FILERS)[number]

/** i18next context of sentences that must name the victim, because another person fills the claim in. */
const VOICES: Readonly<Record<Filer, string | undefined>> = {
  victim: undefined,
  'parent-or-guardian': 'guardian',
  'family-member': 'family',
  advocate: 'helper',
  attorney: 'helper',
}

/** Sentences in one language for the person who fills in a claim. */
export interface Speech {
  readonly language: LanguageCode
  readonly filer: Filer | undefined
  /** A sentence, in the words for this person if there are special ones. */
  readonly t: Translate
  /** A sentence that may not exist, such as a hint. */
  readonly find: (key: string) => string | undefined
}

/** The role of the person who fills the claim in, if they have answered that question. */
function filerOf(answers: ClaimAnswers): Filer | undefined {
  const entry = answers.filer
  const filer = entry && 'value' in entry ? (entry.value as { filer?: Filer }).filer : undefined
  return filer && Object.hasOwn(VOICES, filer) ? filer : undefined
}

export function speechFor(code: LanguageCode, answers: ClaimAnswers): Speech {
  const i18n = getI18n(code)
  const filer = filerOf(answers)
  const context = filer && VOICES[filer]
  const t: Translate = (key, params) => i18n.t(key, { ...params, ...(context && { context }) })
  return { language: getLanguage(code).code, filer, t, find: key => (i18n.exists(key) ? t(key) : undefined) }
}
