import type { Page } from '@playwright/test'
import type { FormValues } from '#app/forms/form-values.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { expect } from './fixtures.ts'

export type Language = 'en' | 'es'
export type Sentences = ReturnType<typeof getTranslate>

/** Years that fit whenever the tests run: of a crime that is in time to claim, and of one that ended long ago. */
const THIS_YEAR = new Date().getFullYear()
export const RECENT = { start: String(THIS_YEAR - 3), end: String(THIS_YEAR - 1) }
export const LONG_AGO = { start: String(THIS_YEAR - 14), end: String(THIS_YEAR - 12) }

export const sentences = (language: Language): Sentences => getTranslate(language)

/** Fills in one question; `null` skips it. */
export type Fill = ((page: Page, t: Sentences) => Promise<void>) | null

const check =
  (label: string): Fill =>
  (page, t) =>
    page.getByLabel(t(label), { exact: true }).check()

function fillYears(years: { readonly start: string; readonly end: string }): Fill {
  return async page => {
    await page.locator('#start-year').fill(years.start)
    await page.locator('#end-year').fill(years.end)
  }
}

/** Answers that make a claim likely, in the order of the questions. */
export const LIKELY: Readonly<Record<string, Fill>> = {
  kinds: check('terms:kind.labor'),
  place: check('check:place.options.california'),
  dates: fillYears(RECENT),
  hours: page => page.locator('#hours-low').fill('60'),
  proof: check('terms:evidence.medical_records'),
  'loss-proof': check('terms:incomeEvidence.applicant_decl'),
  pauses: check('check:pauses.none'),
}

export const TALK_FIRST: Readonly<Record<string, Fill>> = { ...LIKELY, pauses: check('terms:pause.incarcerated') }

/** Skips every question that can be skipped. The crime ended long ago, so that the birth year is asked too. */
export const MORE_NEEDED: Readonly<Record<string, Fill>> = {
  kinds: null,
  place: null,
  dates: fillYears(LONG_AGO),
  hours: null,
  'birth-year': page => page.locator('#born-year').fill('1970'),
  proof: null,
  'loss-proof': null,
  pauses: null,
}

export const SKIPPED = { skipped: true } as const

/** The likely answers as the check's session keeps them. */
export const LIKELY_ANSWERS = {
  kinds: { value: { kinds: ['labor'] } },
  place: { value: { place: 'california' } },
  dates: { value: RECENT },
  hours: { value: { hoursPerWeek: 60 } },
  proof: { value: { evidence: ['medical_records'] } },
  'loss-proof': { value: { incomeEvidence: ['applicant_decl'] } },
  pauses: { value: { pauses: [] } },
}
/** The same as the texts of the forms, by the names of their fields. */
export const LIKELY_FORMS: Readonly<Record<string, FormValues>> = {
  kinds: { kinds: ['labor'] },
  place: { place: ['california'] },
  dates: { 'start-year': [RECENT.start], 'end-year': [RECENT.end] },
  hours: { 'hours-low': ['60'] },
  proof: { evidence: ['medical_records'] },
  'loss-proof': { incomeEvidence: ['applicant_decl'] },
  pauses: { pauses: ['none'] },
}
export const TALK_FIRST_ANSWERS = { ...LIKELY_ANSWERS, pauses: { value: { pauses: ['incarcerated'] } } }
export const MORE_NEEDED_ANSWERS = {
  kinds: SKIPPED,
  place: SKIPPED,
  dates: { value: LONG_AGO },
  hours: SKIPPED,
  'birth-year': { value: { birthDate: '1970' } },
  proof: SKIPPED,
  'loss-proof': SKIPPED,
  pauses: SKIPPED,
}

/** Chooses the language on its page, as a person does. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.goto('/language')
  await page.getByRole('button', { name: language === 'en' ? 'English' : 'Español' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/**
 * Answers the questions from the current one on.
 * @param onQuestion called on every question before it is answered
 */
export async function answerAll(
  page: Page,
  language: Language,
  answers: Readonly<Record<string, Fill>>,
  onQuestion: (id: string) => Promise<void> = async () => {},
): Promise<void> {
  const t = sentences(language)
  for (const [id, fill] of Object.entries(answers)) {
    await expect(page).toHaveURL(`/check/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`check:${id}.title`))
    await onQuestion(id)
    await fill?.(page, t)
    await page.getByRole('button', { name: t(fill ? 'common:actions.continue' : 'common:actions.skip') }).click()
  }
  await expect(page).toHaveURL('/check/result')
}

/** Goes from the choice of the language to the first question. */
export async function begin(page: Page, language: Language): Promise<void> {
  const t = sentences(language)
  await chooseLanguage(page, language)
  await page.getByRole('link', { name: t('start:home.begin') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check:safety.title'))
  await page.getByRole('link', { name: t('check:safety.ready') }).click()
  await expect(page).toHaveURL('/check/kinds')
}
