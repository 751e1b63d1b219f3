import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PAPER_LANGUAGES } from '#app/i18n/languages.ts'
import { PAPER_NAMESPACES } from '#app/i18n/namespaces.ts'
import { loadLanguage } from '#app/i18n/resources.server.ts'

type Sentences = ReadonlyMap<string, string>

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]])
  const entries = Object.entries(value as Record<string, unknown>)
  return new Map(entries.flatMap(([key, inner]) => [...flatten(inner, prefix ? `${prefix}.${key}` : key)]))
}

const onPaper = (code: (typeof PAPER_LANGUAGES)[number]['code']): Sentences => {
  const loaded = loadLanguage(code)
  return flatten(Object.fromEntries(PAPER_NAMESPACES.map(name => [name, loaded[name]])))
}

/** The points of a glossary below a heading: the first text in quotation marks, and the text behind it. */
function points(glossary: string, heading: string): (readonly [first: string, rest: string])[] {
  const [, below = ''] = glossary.split(`\n## ${heading}\n`)
  const [section = ''] = below.split('\n## ')
  return [...section.matchAll(/^- “([^”]+)”: (\S.*)$/gm)].map(([, first = '', rest = '']) => [first, rest])
}

/** The words that a glossary forbids. */
const forbidden = (glossary: string): string[] => points(glossary, 'Words that are not used').map(([word]) => word)

/** For each English term, the parts of words of which one must stand for it in every sentence. */
const standing = (glossary: string): (readonly [term: string, parts: readonly string[]])[] =>
  points(glossary, 'Terms that stand in every sentence').map(([term, rest]) => [
    term,
    [...rest.matchAll(/“([^”]+)”/g)].map(([, part = '']) => part.toLowerCase()),
  ])

/** Scripts that do not part words by spaces, or that put endings right behind a word. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Hangul}]/u

/** Whether a sentence holds a word; “…” stands for any beginning or ending of it. */
function holds(sentence: string, word: string): boolean {
  if (WITHOUT_SPACES.test(word)) return sentence.includes(word)
  const spelled = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('…', String.raw`[\p{L}\p{M}]*`)
  return new RegExp(String.raw`(?<![\p{L}\p{M}])${spelled}(?![\p{L}\p{M}])`, 'iu').test(sentence)
}

const withForbidden = (sentences: Sentences, words: readonly string[]): string[] =>
  [...sentences].flatMap(([key, sentence]) => words.filter(word => holds(sentence, word)).map(word => `${key}: ${word}`))

/** Titles that say the same although the English ones differ: a reader could not tell the papers apart. */
function titlesAlike(english: Sentences, sentences: Sentences): string[] {
  const titles = [...english.keys()].filter(key => /\.title$/.test(key))
  return titles.flatMap((key, at) =>
    titles
      .slice(at + 1)
      .filter(other => english.get(key) !== english.get(other) && sentences.get(key) === sentences.get(other))
      .map(other => `${key} and ${other}: ${sentences.get(key)}`),
  )
}

/** Sentences that are the same in English and differ in the language, although only one of them can be right. */
function toldApart(english: Sentences, sentences: Sentences): string[] {
  const first = new Map<string, string>()
  return [...english].flatMap(([key, sentence]) => {
    // Forms for numbers may differ where English has one.
    const same = `${/_\w+$/.exec(key)?.[0] ?? ''} ${sentence}`
    const other = first.get(same)
    if (other === undefined) first.set(same, key)
    return other !== undefined && sentences.get(other) !== sentences.get(key) ? [`${other} and ${key}: ${sentence}`] : []
  })
}

/** Two kinds of people who must not be confused: their words stand for nothing else. “Casework” is what a caseworker does. */
const NOTHING_ELSE: ReadonlyMap<string, RegExp> = new Map([
  ['advocate', /\badvocate/i],
  ['caseworker', /\bcasework/i],
])

/** Sentences that say an English term in another word than the glossary's, or say the word where the English has another. */
function withoutTheTerm(english: Sentences, sentences: Sentences, terms: ReturnType<typeof standing>): string[] {
  return terms.flatMap(([term, parts]) => {
    // A helper copy is a paper, not a person.
    const said = new RegExp(String.raw`\b${term}(?! cop(y|ies)\b)s?\b`, 'i')
    const only = NOTHING_ELSE.get(term)
    return [...english].flatMap(([key, sentence]) => {
      const own = sentences.get(key)?.toLowerCase()
      if (own === undefined) return []
      const stands = parts.some(part => own.includes(part))
      if (said.test(sentence) && !stands) return [`${key}: “${term}” is said in another word`]
      return only && stands && !only.test(sentence) ? [`${key}: the word for “${term}” stands for something else`] : []
    })
  })
}

describe('the checks of words', () => {
  test('find a word that the glossary forbids, and not a longer word that holds it', () => {
    const words = forbidden('# G\n\n## Words that are not used\n\n- “papeles”: they mean immigration papers\n\n## Else\n\n- “todo”: no\n')
    expect(words).toEqual(['papeles'])
    expect(withForbidden(new Map(Object.entries({ a: 'Papelesería', b: 'Sus papeles.' })), words)).toEqual(['b: papeles'])
    expect(withForbidden(new Map([['a', '今天的走私案']]), ['走私'])).toEqual(['a: 走私'])
    expect(withForbidden(new Map([['a', 'Быть жертвой']]), ['жертв…', 'жерт'])).toEqual(['a: жертв…'])
  })

  test('find a term that is said in another word, and its word where it stands for something else', () => {
    const terms = standing(
      '# G\n\n## Terms that stand in every sentence\n\n- “advocate”: “defensora” or “(advocate)”\n- “helper”: “ayuda”\n',
    )
    expect(terms).toEqual([
      ['advocate', ['defensora', '(advocate)']],
      ['helper', ['ayuda']],
    ])
    const english = new Map(
      Object.entries({ a: 'Ask an advocate.', b: 'Two advocates', c: 'Ask a lawyer.', d: 'Helper copy', e: 'A helper' }),
    )
    const planted = { a: 'Pregunte a la abogada.', b: 'Dos Defensoras', c: 'Pregunte a la defensora.', d: 'Copia', e: 'Alguien' }
    expect(withoutTheTerm(english, new Map(Object.entries(planted)), terms)).toEqual([
      'a: “advocate” is said in another word',
      'c: the word for “advocate” stands for something else',
      'e: “helper” is said in another word',
    ])
  })

  test('find titles that cannot be told apart, and a sentence that is told in two ways', () => {
    const english = new Map(Object.entries({ 'a.title': 'One', 'b.title': 'Two', c: 'Same', d: 'Same' }))
    const planted = new Map(Object.entries({ 'a.title': 'Uno', 'b.title': 'Uno', c: 'Igual', d: 'Lo mismo' }))
    expect(titlesAlike(english, planted)).toEqual(['a.title and b.title: Uno'])
    expect(toldApart(english, planted)).toEqual(['c and d: Same'])
  })
})

describe.each(PAPER_LANGUAGES.filter(({ code }) => code !== 'en'))('words on paper in $code', ({ code }) => {
  const english = onPaper('en')
  const sentences = onPaper(code)
  const glossary = readFileSync(`docs/glossaries/${code}.md`, 'utf8')

  test('hold no word that the glossary forbids, on pages either', () => {
    const words = forbidden(glossary)
    expect(words.length).toBeGreaterThanOrEqual(7)
    expect(withForbidden(flatten(loadLanguage(code)), words)).toEqual([])
  })

  test('are the glossary’s where the English says its terms', () => {
    const terms = standing(glossary)
    expect(terms.map(([term]) => term)).toEqual(['advocate', 'caseworker', 'helper', 'lawyer', 'human trafficking', 'perjury'])
    expect(withoutTheTerm(english, sentences, terms)).toEqual([])
  })

  test('have a glossary that says how far they have come, and what a native reader should look at first', () => {
    expect(glossary).toContain('Drafted by machine. No person who speaks the language has reviewed it.')
    const [, first = ''] = glossary.split('\n## For a native reader first\n')
    expect(first.split('\n## ')[0]?.match(/^(\d+\.|-) /gm)?.length).toBeGreaterThanOrEqual(10)
  })

  test('differ in different titles, and are the same for the same English sentence', () => {
    expect(titlesAlike(english, sentences)).toEqual([])
    expect(toldApart(english, sentences)).toEqual([])
  })
})
