import type { LANGUAGE_CODES } from '#machines/answers/language-codes.ts'

/** Code of a language of the house. */
export type LanguageCode = (typeof LANGUAGE_CODES)[number]

/** How far a translation has come. Drafted by machine: no person who speaks the language has reviewed it. */
type ReviewStatus = 'source' | 'drafted-by-machine' | 'not-started'

export interface Language {
  readonly code: LanguageCode
  /** The language's name in itself, as people look for it in a list. */
  readonly nativeName: string
  /** Its name in English, for packets and caseworkers. */
  readonly englishName: string
  readonly direction: 'ltr' | 'rtl'
  /** Font families of the packet, tried in this order for every character. */
  readonly fonts: readonly string[]
  /** How far the pages are. */
  readonly review: ReviewStatus
  /** How far the papers are: a language can be printed before it has pages. */
  readonly paper: ReviewStatus
  /** Tag for `Intl`, where the code itself means nothing to it or brings another calendar or other digits. */
  readonly intl: string
}

const latin = ['Noto Sans'] as const

/** All languages that will come, in the order of the reference; only finished ones are offered. */
export const LANGUAGES: readonly Language[] = [
  {
    code: 'en',
    nativeName: 'English',
    englishName: 'English',
    direction: 'ltr',
    fonts: latin,
    review: 'source',
    paper: 'source',
    intl: 'en-US',
  },
  {
    code: 'es',
    nativeName: 'Español',
    englishName: 'Spanish',
    direction: 'ltr',
    fonts: latin,
    review: 'drafted-by-machine',
    paper: 'drafted-by-machine',
    intl: 'es-US',
  },
  {
    code: 'zh-Hans',
    nativeName: '简体中文',
    englishName: 'Chinese (Simplified)',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans SC'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'zh-Hans',
  },
  {
    code: 'zh-Hant',
    nativeName: '繁體中文',
    englishName: 'Chinese (Traditional)',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans TC', 'Noto Sans SC'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'zh-Hant',
  },
  {
    code: 'vi',
    nativeName: 'Tiếng Việt',
    englishName: 'Vietnamese',
    direction: 'ltr',
    fonts: latin,
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'vi',
  },
  {
    code: 'ko',
    nativeName: '한국어',
    englishName: 'Korean',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans KR'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'ko',
  },
  {
    code: 'hy',
    nativeName: 'Հայերեն',
    englishName: 'Armenian',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Armenian'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'hy',
  },
  {
    code: 'tl',
    nativeName: 'Tagalog',
    englishName: 'Tagalog',
    direction: 'ltr',
    fonts: latin,
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'fil',
  },
  {
    code: 'ru',
    nativeName: 'Русский',
    englishName: 'Russian',
    direction: 'ltr',
    fonts: latin,
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'ru',
  },
  {
    code: 'ar',
    nativeName: 'العربية',
    englishName: 'Arabic',
    direction: 'rtl',
    fonts: ['Noto Sans', 'Noto Sans Arabic'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'ar-u-nu-latn',
  },
  {
    code: 'fa',
    nativeName: 'فارسی',
    englishName: 'Farsi',
    direction: 'rtl',
    fonts: ['Noto Sans', 'Noto Sans Arabic'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'fa-u-ca-gregory-nu-latn',
  },
  {
    code: 'hmn',
    nativeName: 'Hmoob',
    englishName: 'Hmong',
    direction: 'ltr',
    fonts: latin,
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'en-US',
  },
  {
    code: 'km',
    nativeName: 'ខ្មែរ',
    englishName: 'Khmer',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Khmer'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'km',
  },
  {
    code: 'pa',
    nativeName: 'ਪੰਜਾਬੀ',
    englishName: 'Punjabi',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Gurmukhi'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'pa',
  },
  {
    code: 'lo',
    nativeName: 'ລາວ',
    englishName: 'Lao',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Lao'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'lo',
  },
  {
    code: 'hi',
    nativeName: 'हिन्दी',
    englishName: 'Hindi',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Devanagari'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'hi',
  },
  {
    code: 'th',
    nativeName: 'ไทย',
    englishName: 'Thai',
    direction: 'ltr',
    fonts: ['Noto Sans', 'Noto Sans Thai'],
    review: 'not-started',
    paper: 'drafted-by-machine',
    intl: 'th-u-ca-gregory',
  },
]

/** Languages whose texts are complete, and which people can therefore choose. */
export const OFFERED_LANGUAGES: readonly Language[] = LANGUAGES.filter(language => language.review !== 'not-started')

/** Languages in which the papers are complete. */
export const PAPER_LANGUAGES: readonly Language[] = LANGUAGES.filter(language => language.paper !== 'not-started')

/** The language with this code. Throws where the code is unknown: codes are checked at the border. */
export function getLanguage(code: string): Language {
  const language = LANGUAGES.find(entry => entry.code === code)
  if (!language) throw new Error(`no such language: ${code}`)
  return language
}

/** The offered language with this code, or `null`. */
export function findOfferedLanguage(code: string | null | undefined): Language | null {
  return OFFERED_LANGUAGES.find(entry => entry.code === code) ?? null
}

/** The language with this code in which papers can be printed, or `null`. */
export function findPaperLanguage(code: string | null | undefined): Language | null {
  return PAPER_LANGUAGES.find(entry => entry.code === code) ?? null
}

/**
 * The best offered language for an `Accept-Language` header; English when none fits.
 * Weights are honoured, regions ignored (`es-MX` is served Spanish).
 */
export function negotiateLanguage(acceptLanguage: string | null | undefined): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map(parameter => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase(), weight: quality === undefined ? 1 : Number(quality) }
    })
    .filter(wish => wish.tag !== '' && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const match = OFFERED_LANGUAGES.find(language => tag === language.code.toLowerCase() || tag.split('-')[0] === language.code)
    if (match) return match
  }
  return getLanguage('en')
}
