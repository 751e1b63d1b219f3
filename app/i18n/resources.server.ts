import { readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { Resource, ResourceLanguage } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { NAMESPACES, type Namespace } from './namespaces.ts'
import { createI18n, type Translate } from './translator.ts'

const LOCALES = path.resolve(process.cwd(), 'locales')
const loaded = new Map<LanguageCode, ResourceLanguage>()

/** All sentences of one language, read once and kept; an absent namespace is left out. */
export function loadLanguage(language: LanguageCode): ResourceLanguage {
  const known = loaded.get(language)
  if (known) return known
  const namespaces: Partial<Record<Namespace, object>> = {}
  for (const namespace of NAMESPACES) {
    const file = path.join(LOCALES, language, `${namespace}.json`)
    if (existsSync(file)) namespaces[namespace] = JSON.parse(readFileSync(file, 'utf8')) as object
  }
  const resource = namespaces as ResourceLanguage
  loaded.set(language, resource)
  return resource
}

/** Sentences of a language with English behind them, as i18next wants them. */
export function loadResources(language: LanguageCode): Resource {
  return { en: loadLanguage('en'), [language]: loadLanguage(language) }
}

/** Sentences of a language; `find` is for those that not every place has: a hint. */
export function getSentences(language: LanguageCode) {
  const i18n = createI18n(language, loadResources(language))
  const t: Translate = (key, params) => i18n.t(key, { ...params })
  return { language, t, find: (key: string) => (i18n.exists(key) ? t(key) : undefined) }
}

/** A translate function for scripts, workers and packets. */
export const getTranslate = (language: LanguageCode): Translate => getSentences(language).t
