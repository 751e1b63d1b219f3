import { getTranslate } from '#app/i18n/resources.server.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { PERSON_IDS, PERSON_NAMES, type PersonId } from './people.server.ts'

/** One invented person on the list. */
export interface PersonView {
  readonly id: PersonId
  readonly name: string
  readonly text: string
  /** Sentence about what a trainer can show with this person. */
  readonly trainer: string
  readonly open: string
}

/** The trainer's page as ready sentences, so that browsers of real servers never get the words of training. */
export interface PeopleView {
  readonly sentences: Readonly<Record<(typeof SENTENCES)[number], string>>
  readonly people: readonly PersonView[]
  /** Whether the last form erased everything. */
  readonly erased: boolean
}

const SENTENCES = [
  'title',
  'lede',
  'never',
  'how',
  'listTitle',
  'new',
  'check',
  'panelTitle',
  'panelText',
  'resetTitle',
  'resetText',
  'reset',
  'resetDone',
] as const

export function peopleView(language: LanguageCode, erased: boolean): PeopleView {
  const t = getTranslate(language)
  return {
    sentences: Object.fromEntries(SENTENCES.map(key => [key, t(`training:people.${key}`)])) as PeopleView['sentences'],
    people: PERSON_IDS.map(id => ({
      id,
      name: PERSON_NAMES[id],
      text: t(`training:person.${id}.text`),
      trainer: t(`training:person.${id}.trainer`),
      open: t('training:people.open', { name: PERSON_NAMES[id] }),
    })),
    erased,
  }
}
