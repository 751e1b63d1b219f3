import type { LanguageCode } from '#app/i18n/languages.ts'
import { perLanguage } from '#app/i18n/per-language.ts'
import { getI18n, getSentences } from '#app/i18n/resources.server.ts'
import { sentencesOf, type Sentences } from '#app/i18n/translator.ts'
import type { FILERS } from '#machines/answers/claim-file.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'

type Filer = (typeof FILERS)[number]

/** Who fills the claim in, where it is not the victim. */
type Voice = 'guardian' | 'family' | 'helper'

const VOICES: Readonly<Record<Filer, Voice | undefined>> = {
  victim: undefined,
  'parent-or-guardian': 'guardian',
  'family-member': 'family',
  advocate: 'helper',
  attorney: 'helper',
}

/**
 * Endings of sentences that are told in another way than to the victim. A sentence with the first ending that it has is taken:
 * the voice itself; `for` where "you" would be who asks for help; `about` where "you" would be the victim.
 */
const ENDINGS: Readonly<Record<Voice, readonly string[]>> = {
  guardian: ['guardian', 'for', 'about'],
  // A family member asks for help for themselves.
  family: ['family', 'about'],
  helper: ['helper', 'for', 'about'],
}

/** Sentences in one language in the words for the person who fills in a claim. `{{who}}` in them is the person it happened to. */
export interface Speech extends Sentences {
  readonly filer: Filer | undefined
}

/** The role of the person who fills the claim in, if they have answered that question. */
function filerOf(answers: ClaimAnswers): Filer | undefined {
  const entry = answers.filer
  const filer = entry && 'value' in entry ? (entry.value as { filer?: Filer }).filer : undefined
  return filer && Object.hasOwn(VOICES, filer) ? filer : undefined
}

/** The keys under which a sentence is looked for, in order. Terms are the same on every paper, so a voice's own stand in `claim.json`. */
function keysFor(key: string, voice: Voice): string[] {
  const own = key.replace(/^terms:/, 'claim:terms.')
  return [...ENDINGS[voice].map(ending => `${own}_${ending}`), key]
}

/** The sentences of a language in the words for each kind of person. */
const sentencesFor = perLanguage(language => {
  const { t } = getSentences(language)
  const forVoice = (voice: Voice | undefined) =>
    voice
      ? sentencesOf(getI18n(language), language, { keys: key => keysFor(key, voice), filled: { who: t(`claim:who.${voice}`) } })
      : getSentences(language)
  return new Map(Object.entries(VOICES).map(([filer, voice]) => [filer, forVoice(voice)]))
})

export function speechFor(code: LanguageCode, answers: ClaimAnswers): Speech {
  const filer = filerOf(answers)
  const { t, find } = (filer && sentencesFor(code).get(filer)) ?? getSentences(code)
  return { language: code, filer, t, find }
}
