import { readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { ResourceLanguage } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { NAMESPACES, type Namespace } from './namespaces.ts'
import { perLanguage } from './per-language.ts'
import { createI18n, sentencesOf, type Sentences, type Translate } from './translator.ts'

const LOCALES = path.resolve(process.cwd(), 'locales')

/** All sentences of one language, read once and kept; an absent namespace is left out. */
export const loadLanguage = perLanguage((language): ResourceLanguage => {
  const namespaces: Partial<Record<Namespace, object>> = {}
  for (const namespace of NAMESPACES) {
    const file = path.join(LOCALES, language, `${namespace}.json`)
    if (existsSync(file)) namespaces[namespace] = JSON.parse(readFileSync(file, 'utf8')) as object
  }
  return namespaces
})

/**
 * The one instance of a language, with English behind it, which all requests share. It holds sentences and nothing of a person: what a
 * sentence is filled with goes into one call and is not kept. The language of an instance never changes; each language has its own.
 */
export const getI18n = perLanguage(language => createI18n(language, { en: loadLanguage('en'), [language]: loadLanguage(language) }))

/** The sentences of a language. */
export const getSentences = perLanguage((language): Sentences => sentencesOf(getI18n(language), language))

/** A translate function for scripts, workers and packets. */
export const getTranslate = (language: LanguageCode): Translate => getSentences(language).t
