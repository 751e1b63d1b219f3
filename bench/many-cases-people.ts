import type { CaseAbout } from '#app/data/drafts/blind-index.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { EXAMPLE } from './packet-views.ts'

const FIRST_NAMES = [
  'Ana',
  'Anabel',
  'Rosa',
  'Rosario',
  'Muestra',
  'Mina',
  'Jose',
  'Josefa',
  'Noor',
  'Noora',
  'Li',
  'Linh',
  'Sok',
  'Soriya',
  'Ivan',
  'Ivana',
  'Min',
  'Minh',
  'Dara',
  'Darya',
] as const
// Family names are put together, so that they share beginnings as names do, and no two cases share a whole one.
const ONSETS = [
  'mar',
  'gon',
  'rod',
  'san',
  'per',
  'lop',
  'ram',
  'tor',
  'flo',
  'riv',
  'cas',
  'gut',
  'ort',
  'mor',
  'rui',
  'alv',
  'jim',
  'vas',
  'med',
  'her',
  'agu',
  'del',
  'nav',
  'sal',
  'cor',
] as const
const MIDDLES = [
  'tin',
  'zal',
  'rig',
  'che',
  'eza',
  'era',
  'ado',
  'res',
  'ila',
  'ano',
  'ero',
  'izo',
  'ena',
  'alo',
  'eda',
  'oso',
  'una',
  'ibe',
  'ago',
  'usa',
] as const
const ENDINGS = [
  'ejo',
  'mues',
  'fic',
  'inve',
  'tada',
  'plar',
  'mode',
  'nadi',
  'tal',
  'cual',
  'fula',
  'meng',
  'zuta',
  'pere',
  'uno',
  'dos',
  'tres',
  'sinn',
  'oja',
  'bra',
] as const

const of = (texts: readonly string[], index: number): string => texts[index % texts.length] ?? ''
const two = (number: number) => String(number).padStart(2, '0')
const familyName = (index: number) =>
  of(ONSETS, index) + of(MIDDLES, Math.floor(index / ONSETS.length)) + of(ENDINGS, Math.floor(index / (ONSETS.length * MIDDLES.length)))

/** One case in this many has the telephone of the case before: a shelter's, or a friend's. */
const SHARED_PHONE_EVERY = 50
/** A story of about one page. */
export const STORY = 'Invented words about nobody. '.repeat(52).trim()

const EXAMPLE_ANSWERS: ClaimAnswers = answersFromClaim(readClaim(EXAMPLE).claim)

/**
 * An invented case: names that share words and beginnings as names do, days, telephones and languages that differ. In one of ten the crime
 * still goes on, so that nothing is due.
 * @param index from 0; below 10,000 no two have the same family name
 */
export function inventedCase(index: number): {
  readonly language: LanguageCode
  readonly about: CaseAbout
  readonly answers: ClaimAnswers
} {
  const phone = index % SHARED_PHONE_EVERY === 1 ? index - 1 : index
  const year = 2015 + (index % 11)
  return {
    language: index % 3 === 0 ? 'es' : 'en',
    about: { label: `K-${index}`, otherSide: index % 10 === 0 ? [`Patron ${familyName(index % 500)}`] : [] },
    answers: {
      ...EXAMPLE_ANSWERS,
      names: {
        value: {
          firstName: of(FIRST_NAMES, index),
          lastName: familyName(index),
          birthDate: `${1955 + (index % 47)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
        },
      },
      contact: {
        value: { phone: `5${two(phone % 40)}-555-${String(phone % 10_000).padStart(4, '0')}`, email: `person${index}@example.org` },
      },
      dates: {
        value: { start: String(year - 2), end: index % 10 === 3 ? 'ongoing' : `${year}-${two(1 + (index % 12))}-${two(1 + (index % 28))}` },
      },
      story: { value: { circumstances: STORY } },
    },
  }
}

const SOUGHT = 37

/** What is typed into the search: the whole name of one person; a first name that every twentieth has; the whole name with two letters swapped. */
export const SEARCHES = {
  whole: `${of(FIRST_NAMES, SOUGHT)} ${familyName(SOUGHT)}`,
  frequent: of(FIRST_NAMES, 2),
  misspelled: `${of(FIRST_NAMES, SOUGHT)} ${familyName(SOUGHT).slice(0, -2)}${[...familyName(SOUGHT).slice(-2)].reverse().join('')}`,
} as const
