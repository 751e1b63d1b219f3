import type { LanguageCode } from '#app/i18n/languages.ts'
import { perLanguage } from '#app/i18n/per-language.ts'
import { getI18n, getSentences } from '#app/i18n/resources.server.ts'
import { sentencesOf, type Sentences } from '#app/i18n/translator.ts'
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

/** Sentences in one language in the words for the person who fills in a claim. */
export interface Speech extends Sentences {
  readonly filer: Filer | undefined
}

/** The role of the person who fills the claim in, if they have answered that question. */
function filerOf(answers: ClaimAnswers): Filer | undefined {
  const entry = answers.filer
  const filer = entry && 'value' in entry ? (entry.value as { filer?: Filer }).filer : undefined
  return filer && Object.hasOwn(VOICES, filer) ? filer : undefined
}

/** The sentences of a language in the words for each kind of person. */
const sentencesFor = perLanguage(
  language => new Map(Object.entries(VOICES).map(([filer, voice]) => [filer, sentencesOf(getI18n(language), language, voice)])),
)

export function speechFor(code: LanguageCode, answers: ClaimAnswers): Speech {
  const filer = filerOf(answers)
  const { t, find } = (filer && sentencesFor(code).get(filer)) ?? getSentences(code)
  return { language: code, filer, t, find }
}
