import { formatMoney } from '#app/i18n/format.ts'
import { answerAll, begin, LIKELY, LIKELY_ANSWERS, LONG_AGO, MORE_NEEDED, sentences, TALK_FIRST, type Language } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { openCheck } from './ready-made.ts'

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`the check in ${language} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })
      const t = sentences(language)

      test('leads from the language to a result that says why', async ({ page }) => {
        await begin(page, language)
        await expect(page.getByText(t('check:question.step', { step: 1, total: 7 }))).toBeVisible()
        await answerAll(page, language, LIKELY)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('rules:outcome.likely.title'))
        const source = page.getByText(t('common:citation.label', { text: 'Gov. Code § 13955 (2018 copy)' }))
        await expect(source.first()).toBeHidden()
        await page.getByText(t('rules:reason.place-california')).click()
        await expect(source.first()).toBeVisible()
        // Two full years at 60 hours a week reach the limit of each, whatever the exact days were.
        await expect(page.getByText(formatMoney(2_000_000, language)).first()).toBeVisible()
        await expect(page.getByText(t('check:result.moneyEstimate'))).toBeVisible()
        // All years as one bar, then a block for each year with the same in words. Only the year in the middle is whole whatever the days were.
        await expect(page.locator('.estimate svg')).toHaveCount(3)
        const years = page.locator('.estimate-years > li')
        await expect(years.filter({ hasText: t('check:result.barMost') })).toHaveCount(2)
        await expect(years.filter({ hasText: t('check:result.moneyOne', { high: formatMoney(1_000_000, language) }) })).toHaveCount(1)
        await expect(page).toHaveTitle(t('common:title'))
      })

      test('offers the other languages on the first page at once, and stays there, also beside an open check', async ({ page }) => {
        await openCheck(page, language === 'en' ? 'es' : 'en', LIKELY_ANSWERS)
        await page.goto('/')
        const offered = page.locator('.language-row').getByRole('button')
        await expect(offered).toHaveText([language === 'en' ? 'English' : 'Español'])
        await offered.click()
        await expect(page).toHaveURL('/')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('start:home.title'))
        await expect(offered).toHaveText([language === 'en' ? 'Español' : 'English'])
      })

      test('asks the birth year where time is short, and says what is still open', async ({ page }) => {
        await begin(page, language)
        await answerAll(page, language, MORE_NEEDED)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('rules:outcome.more-needed.title'))
        await expect(page.getByText(t('rules:reason.late-filing'))).toBeVisible()
        await expect(page.getByText(t('check:result.lateForm'))).toBeVisible()
        await expect(page.getByText(t('check:result.moneyUnknown'))).toBeVisible()
      })

      test('names a mistake, keeps what was written, and takes the correction', async ({ page }) => {
        await begin(page, language)
        await answerAll(page, language, LIKELY, async id => {
          if (id !== 'dates') return
          await page.getByRole('button', { name: t('common:actions.continue') }).click()
          await expect(page.getByRole('link', { name: t('errors:answerOrSkip') })).toBeVisible()
          await page.locator('#start-year').fill(LONG_AGO.end)
          await page.locator('#start-month').selectOption('05')
          await page.locator('#end-year').fill(LONG_AGO.start)
          await page.getByRole('button', { name: t('common:actions.continue') }).click()
          const summary = page.getByRole('alert')
          await expect(summary).toContainText(t('errors:endBeforeStart'))
          if (javaScriptEnabled) await expect(summary).toBeFocused()
          await expect(page.locator('#start-year')).toHaveValue(LONG_AGO.end)
          await expect(page.locator('#start-month')).toHaveValue('05')
          await expect(page.locator('#end-year')).toHaveValue(LONG_AGO.start)
          await expect(page.locator('#end-year')).toHaveAttribute('aria-invalid', 'true')
          await summary.getByRole('link').click()
          await expect(page.locator('#end-year')).toBeFocused()
          await expect(page).toHaveURL('/check/dates#end-year')
          await expect(summary).toContainText(t('errors:endBeforeStart'))
          await expect(page.locator('#end-year')).toHaveValue(LONG_AGO.start)
          await page.goto('/check/dates')
        })
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('rules:outcome.likely.title'))
      })

      test('changes an answer from the result, and forgets all of them', async ({ page }) => {
        await openCheck(page, language, LIKELY_ANSWERS)
        await page.goto('/check/result')
        await page.getByRole('link', { name: t('check:pauses.title') }).click()
        await expect(page).toHaveURL('/check/pauses')
        await expect(page.getByLabel(t('check:pauses.none'))).toBeChecked()
        await page.getByLabel(t('check:pauses.none')).uncheck()
        await TALK_FIRST.pauses?.(page, t)
        await page.getByRole('button', { name: t('common:actions.continue') }).click()
        await expect(page).toHaveURL('/check/result')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('rules:outcome.talk-first.title'))
        await expect(page.getByText(t('rules:reason.pause-incarcerated'))).toBeVisible()
        await page.getByRole('button', { name: t('common:actions.forget') }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check:forget.title'))
        expect((await page.context().cookies()).map(cookie => cookie.name)).not.toContain('s')
        await page.goto('/check/result')
        await expect(page).toHaveURL('/check/kinds')
        await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
      })

      test('goes back from question to question and keeps what was answered', async ({ page }) => {
        await begin(page, language)
        await LIKELY.kinds?.(page, t)
        await page.getByRole('button', { name: t('common:actions.continue') }).click()
        await expect(page).toHaveURL('/check/place')
        await page.getByRole('link', { name: t('common:actions.back'), exact: true }).click()
        await expect(page).toHaveURL('/check/kinds')
        await expect(page.getByLabel(t('terms:kind.labor'))).toBeChecked()
        await page.getByRole('button', { name: t('common:actions.continue') }).click()
        await expect(page).toHaveURL('/check/place')
      })
    })
  }
}

test('shows no question before the ones in front of it', async ({ page }) => {
  const response = await page.goto('/check/proof')
  expect(response?.status()).toBe(200)
  await expect(page).toHaveURL('/check/kinds')
  await page.goto('/check/birth-year')
  await expect(page).toHaveURL('/check/kinds')
  await page.goto('/check')
  await expect(page).toHaveURL('/check/kinds')
})

test('says kindly when the answers have expired, and starts again', async ({ page, context }) => {
  const t = sentences('en')
  await begin(page, 'en')
  await LIKELY.kinds?.(page, t)
  await page.getByRole('button', { name: t('common:actions.continue') }).click()
  await expect(page).toHaveURL('/check/place')
  await context.clearCookies({ name: 's' })
  await LIKELY.place?.(page, t)
  await page.getByRole('button', { name: t('common:actions.continue') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check:ended.title'))
  await page.getByRole('link', { name: t('common:actions.startOver') }).click()
  await expect(page).toHaveURL('/check/kinds')
})

test('lets the language be changed in the middle', async ({ page }) => {
  const [en, es] = [sentences('en'), sentences('es')]
  await begin(page, 'en')
  await LIKELY.kinds?.(page, en)
  await page.getByRole('button', { name: en('common:actions.continue') }).click()
  await expect(page).toHaveURL('/check/place')
  await page.getByRole('button', { name: en('common:layout.language') }).click()
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page).toHaveURL('/check/place')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es('check:place.title'))
})

test('moves the focus to the heading of each new page', async ({ page }) => {
  await begin(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})
