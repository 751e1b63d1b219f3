import i18next, { type i18n, type Resource } from 'i18next'
import type { LanguageCode } from './languages.ts'
import { NAMESPACES } from './namespaces.ts'

/** Looks a sentence up: `translate('rules:reason.kind-known', { count: 2 })`. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string

/** The sentences of one language. */
export interface Sentences {
  readonly language: LanguageCode
  readonly t: Translate
  /** A sentence that not every place has, such as a hint. */
  readonly find: (key: string) => string | undefined
}

/** How sentences are looked up for a kind of person. */
interface Wording {
  /** The keys of a sentence; the first one that there is is taken. */
  readonly keys: (key: string) => string[]
  /** What sentences are filled with, beside what a call names. */
  readonly filled: Readonly<Record<string, string>>
}

/**
 * The sentences of an instance. One that a call fills nothing into is the same for everybody, so it is looked up once and kept. What the
 * instance does not have is not kept, so there are never more than it has.
 */
export function sentencesOf(
  instance: i18n,
  language: LanguageCode,
  { keys, filled }: Wording = { keys: key => [key], filled: {} },
): Sentences {
  const kept = new Map<string, string>()
  const t: Translate = (key, params) => {
    if (params !== undefined) return instance.t(keys(key), { ...filled, ...params })
    const known = kept.get(key)
    if (known !== undefined) return known
    const sentence = instance.t(keys(key), filled)
    if (instance.exists(key)) kept.set(key, sentence)
    return sentence
  }
  return { language, t, find: key => (kept.has(key) || instance.exists(key) ? t(key) : undefined) }
}

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
