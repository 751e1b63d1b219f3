import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PAPER_LANGUAGES } from '#app/i18n/languages.ts'
import { NAMESPACES, PAPER_NAMESPACES, type Namespace } from '#app/i18n/namespaces.ts'
import { loadLanguage } from '#app/i18n/resources.server.ts'

/** Dotted key → sentence. */
function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]])
  const entries = Object.entries(value as Record<string, unknown>)
  return new Map(entries.flatMap(([key, inner]) => [...flatten(inner, prefix ? `${prefix}.${key}` : key)]))
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const variables = (sentence: string) => [...new Set(sentence.match(/\{\{.+?\}\}/g) ?? [])].sort()
/** The English sentences that a language has to have. */
const englishOf = (namespaces: readonly Namespace[]) =>
  flatten(Object.fromEntries(namespaces.map(name => [name, loadLanguage('en')[name]])))

/** Keys without their plural ending, so that a language may have more or fewer plural forms than English. */
const stems = (sentences: Map<string, string>) => new Set([...sentences.keys()].map(key => key.replace(PLURAL, '')))

describe.each(PAPER_LANGUAGES)('sentences in $code', ({ code, review }) => {
  const namespaces = review === 'not-started' ? PAPER_NAMESPACES : NAMESPACES
  const english = englishOf(namespaces)
  const sentences = flatten(loadLanguage(code))

  test('exist for the same keys as in English, and for no others', () => {
    expect([...stems(english)].filter(key => !stems(sentences).has(key))).toEqual([])
    expect([...stems(sentences)].filter(key => !stems(english).has(key))).toEqual([])
    expect(readdirSync(`locales/${code}`).sort()).toEqual(namespaces.map(name => `${name}.json`).sort())
  })

  test('have every plural form of the language', () => {
    const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories
    const plural = [...sentences.keys()].filter(key => PLURAL.test(key)).map(key => key.replace(PLURAL, ''))
    for (const stem of new Set(plural)) {
      for (const category of needed) expect(sentences.has(`${stem}_${category}`), `${stem}_${category}`).toBe(true)
    }
  })

  test('are filled in with the same variables', () => {
    for (const [key, sentence] of sentences) {
      const source = english.get(key) ?? english.get(key.replace(PLURAL, '_other'))
      expect(variables(sentence), key).toEqual(variables(source ?? ''))
    }
  })

  test('are not empty, not shouted, and not left in English', () => {
    for (const [key, sentence] of sentences) {
      expect(sentence.trim(), key).not.toBe('')
      expect(sentence, key).not.toMatch(/[!¡]/)
    }
    if (code !== 'en') {
      const same = [...sentences].filter(([key, sentence]) => sentence === english.get(key) && sentence.split(' ').length > 3)
      expect(same.map(([key]) => key)).toEqual([])
    }
  })

  test('never tell anyone that they are not eligible', () => {
    for (const [key, sentence] of sentences) expect(sentence, key).not.toMatch(/not eligible|ineligible|no es elegible|no califica/i)
  })
})
