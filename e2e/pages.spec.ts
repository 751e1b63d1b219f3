import type { Page } from '@playwright/test'
import { answerAll, begin, LIKELY, MORE_NEEDED_ANSWERS, sentences, SKIPPED, TALK_FIRST_ANSWERS, type Language } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { openCheck } from './ready-made.ts'
import { expectSound } from './sound.ts'

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`every page in ${language}, ${colorScheme},`, () => {
      test.use({ colorScheme, viewport: colorScheme === 'light' ? { width: 360, height: 740 } : { width: 1280, height: 900 } })
      const t = sentences(language)
      const sound = (page: Page, name: string) => expectSound(page, `${language}-${name}`)

      test('before and beside the check is accessible', async ({ page }) => {
        await page.goto('/language')
        await sound(page, 'language')
        await begin(page, language)
        for (const [name, address] of [
          ['start', '/'],
          ['safety', '/safety'],
          ['help', '/help'],
          ['ended', '/check/ended'],
          ['cookies', '/check/cookies'],
          ['forget', '/check/forget'],
        ] as const) {
          await page.goto(address)
          await sound(page, name)
        }
        await page.goto('/help')
        await page.getByRole('button', { name: t('help:centers.show') }).click()
        await expect(page.getByRole('alert')).toContainText(t('help:centers.unknown'))
        await sound(page, 'help-error')
        for (const county of ['Inyo', 'Lassen', 'Alpine']) {
          await page.getByLabel(t('help:centers.label')).selectOption(county)
          await page.getByRole('button', { name: t('help:centers.show') }).click()
          await expect(page.getByRole('heading', { name: t('help:centers.county', { county }) })).toBeFocused()
          await sound(page, `help-${county}`)
        }
        await page.goto('/leave')
        await page.goto('/door')
        await sound(page, 'door')
      })

      test('of the check and its likely result is accessible, also with mistakes', async ({ page }) => {
        await begin(page, language)
        await answerAll(page, language, LIKELY, async id => {
          await sound(page, id)
          await page.getByRole('button', { name: t('common:actions.continue') }).click()
          await expect(page.getByRole('alert')).toBeVisible()
          await sound(page, `${id}-error`)
        })
        await sound(page, 'result-likely')
        for (const summary of await page.locator('summary').all()) await summary.click()
        await sound(page, 'result-likely-open')
        await page.goto('/check/forget')
        await sound(page, 'forget-ask')
        await expect(page.locator('main button'), 'what erases is no main button').toHaveClass('button button-quiet')
      })

      test('of the other results is accessible', async ({ page }) => {
        await openCheck(page, language, { dates: MORE_NEEDED_ANSWERS.dates, kinds: SKIPPED, place: SKIPPED, hours: SKIPPED })
        await page.goto('/check/birth-year')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check:birth-year.title'))
        await sound(page, 'birth-year')
        for (const [outcome, answers] of [
          ['more-needed', MORE_NEEDED_ANSWERS],
          ['talk-first', TALK_FIRST_ANSWERS],
        ] as const) {
          await openCheck(page, language, answers)
          await page.goto('/check/result')
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`rules:outcome.${outcome}.title`))
          await sound(page, `result-${outcome}`)
        }
      })
    })
  }
}
