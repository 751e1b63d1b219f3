import i18next, { type i18n, type Resource } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { NAMESPACES } from './namespaces.ts'

/** Looks a sentence up: `translate('rules:reason.kind-known', { count: 2 })`. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string

/**
 * A new i18next instance for one language, ready at once.
 * A key without a sentence is a fault of ours: it throws, so that tests see it; only a server in production shows the key instead.
 */
export function createI18n(language: LanguageCode, resources: Resource): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    ns: [...NAMESPACES],
    defaultNS: 'common',
    resources,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: key => {
      if (process.env.NODE_ENV !== 'production') throw new Error(`no sentence for ${key} in ${language}`)
      return key
    },
  })
  return instance
}
