import type { LanguageCode } from './languages.ts'

/** The same function, which works once for a language. Only for what follows from the language alone: all requests share it, so nothing of a person is in it. */
export function perLanguage<Made>(make: (language: LanguageCode) => Made): (language: LanguageCode) => Made {
  const made = new Map<LanguageCode, Made>()
  return language => {
    const known = made.get(language)
    if (known !== undefined) return known
    const fresh = make(language)
    made.set(language, fresh)
    return fresh
  }
}
