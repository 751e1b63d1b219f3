import type { Page } from '@playwright/test'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { sentences, type Language } from './check-walk.ts'
import { fillAnswer, fillForm, firstAnswers, goOn, makeWords, openWith, ROSA } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { openClaim } from './ready-made.ts'
import { expectSound } from './sound.ts'

/** Answers of a family member who files late and of a parent. Together with Rosa's answers they open every page. */
const LONG_AGO: Answer = { start: '2008', end: '2010' }
const SPLIT_WORK: Answer = { periods: [{ from: '2019-01', to: '2019-03', hoursPerWeek: 10, kind: 'Sewing' }] }

/** Two of the eight ways to combine languages, color schemes and widths. Together they have each language, scheme and width once. */
const WAYS: readonly (readonly [Language, 'light' | 'dark'])[] = [
  ['en', 'light'],
  ['es', 'dark'],
]

for (const [language, colorScheme] of WAYS) {
  test.describe(`every page of the claim in ${language}, ${colorScheme},`, () => {
    test.use({ colorScheme, viewport: colorScheme === 'light' ? { width: 360, height: 740 } : { width: 1280, height: 900 } })
    const t = sentences(language)
    const sound = (page: Page, name: string) => expectSound(page, `${language}-claim-${name}`)

    test('that one person walks through is accessible', async ({ page }) => {
      await openClaim(page, language)
      await page.goto('/claim')
      await sound(page, 'start-open')
      for (const [index, [id]] of ROSA.entries()) {
        await openClaim(page, language, firstAnswers(index))
        await page.goto(`/claim/q/${id}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`claim:questions.${id}.title`))
        await expect(page.locator('[aria-current=step]')).toContainText(t(`claim:sections.${getQuestion(id).section}`))
        await sound(page, id)
      }
      await openClaim(page, language, firstAnswers(ROSA.length))
      await page.goto('/claim/review')
      await sound(page, 'review')
      for (const summary of await page.locator('summary').all()) await summary.click()
      await sound(page, 'review-open')
      for (const name of ['tasks', 'evidence', 'packet', 'save', 'pause', 'lock', 'delete']) {
        await page.goto(`/claim/${name}`)
        await sound(page, name)
      }
      await expect(page.locator('main button'), 'what deletes is no main button').toHaveClass('button button-quiet')
      await makeWords(page, language)
      await sound(page, 'words')
      for (const name of ['tasks', 'save', 'pause']) {
        await page.goto(`/claim/${name}`)
        await sound(page, `${name}-with-words`)
      }
      await page.goto('/claim/lock')
      await page.getByRole('button', { name: t('flow:lock.lock') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:lock.lockedTitle'))
      await sound(page, 'locked')
      await openWith(page, language, 'zoo')
      await expect(page.getByRole('alert')).toBeVisible()
      await sound(page, 'return-wrong')
      for (const [name, address] of [
        ['start', '/claim'],
        ['deleted', '/claim/deleted'],
      ] as const) {
        await page.goto(address)
        await sound(page, name)
      }
    })

    test('that only some people see is accessible, also with mistakes', async ({ page }) => {
      await openClaim(page, language)
      await page.goto('/claim/q/filer')
      await goOn(page, language)
      await expect(page.getByRole('alert')).toBeVisible()
      await sound(page, 'filer-error')
      await give(page, language, 'filer', { filer: 'parent-or-guardian' }, 'guardian-role')
      await sound(page, 'guardian-role')
      await give(page, language, 'guardian-role', { tookPart: 'no' }, 'kinds')
      await page.goto('/claim/q/dates')
      await give(page, language, 'dates', LONG_AGO, 'reports')
      await page.goto('/claim/q/work')
      await fillForm(page, { 'periods.0.hoursPerWeek-low': ['200'], 'periods.0.kind': ['Sewing'] })
      await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
      await expect(page.locator('[name="periods.1.kind"]')).toBeVisible()
      await fillForm(page, { 'periods.1.to-year': ['20'] })
      await goOn(page, language)
      await expect(page.getByRole('alert')).toBeVisible()
      await sound(page, 'work-error')
      await page.goto('/claim/q/work')
      await give(page, language, 'work', SPLIT_WORK, 'employer-size')
      await sound(page, 'employer-size')
      for (const id of ['guardian-details', 'discovered', 'late-filing'] satisfies QuestionId[]) {
        await page.goto(`/claim/q/${id}`)
        await sound(page, id)
      }
      await page.goto('/claim/q/filer?from=review')
      await give(page, language, 'filer', { filer: 'family-member' }, 'claimant-role?from=review&kept=1')
      await sound(page, 'claimant-role')
      for (const id of ['victim-death', 'claimant-details', 'kinds'] satisfies QuestionId[]) {
        await page.goto(`/claim/q/${id}`)
        await sound(page, `${id}-family`)
      }
      await page.goto('/claim/review')
      await sound(page, 'review-missing')
      await page.goto('/claim/packet')
      await sound(page, 'packet-missing')
    })

    test('about a conflict of two windows is accessible', async ({ page, context }) => {
      await openClaim(page, language, firstAnswers(1))
      await page.goto('/claim/q/kinds')
      const other = await context.newPage()
      await other.goto('/claim/q/kinds')
      await give(other, language, 'kinds', { kinds: ['labor'] }, 'place')
      await fillAnswer(page, 'kinds', { kinds: ['unsure'] })
      await goOn(page, language)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('claim:conflict.title'))
      await sound(page, 'conflict')
    })
  })
}

/** Answers one page and waits for the next page. */
async function give(page: Page, language: Language, id: QuestionId, answer: Answer, next: string): Promise<void> {
  await fillAnswer(page, id, answer)
  await goOn(page, language)
  await expect(page).toHaveURL(`/claim/q/${next}`)
}
