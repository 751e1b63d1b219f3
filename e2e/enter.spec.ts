import type { Page } from '@playwright/test'
import { sentences } from './check-walk.ts'
import { changeNamesInTwoWindows, fillForm, firstAnswers } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { openClaim } from './ready-made.ts'

const t = sentences('en')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const javaScriptEnabled of [true, false]) {
  test.describe(`Enter in the claim, ${javaScriptEnabled ? 'with' : 'without'} JavaScript,`, () => {
    test.use({ javaScriptEnabled })

    test('goes on from a field of text and from a box, as "Save and go on" does', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(1))
      await page.goto('/claim/q/kinds')
      await fillForm(page, { kinds: ['labor'] })
      await page.getByRole('checkbox', { checked: true }).press('Enter')
      await expect(page).toHaveURL('/claim/q/place')
      await page.goto('/claim/q/contact')
      await page.locator('#phone').fill('555-0100')
      await page.locator('#phone').press('Enter')
      await expect(page).toHaveURL('/claim/q/safe-at-home')
      await page.goto('/claim/q/contact')
      await expect(page.locator('#phone')).toHaveValue('555-0100')
      await page.goto('/claim/q/kinds')
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
    })

    test('in a list goes on, and neither adds an entry nor takes one out', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(2))
      await page.goto('/claim/q/work')
      await fillForm(page, { 'periods.0.kind': ['Sewing'] })
      await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
      await fillForm(page, { 'periods.1.kind': ['Cleaning'] })
      await page.locator('[name="periods.1.kind"]').press('Enter')
      await expect(page).toHaveURL('/claim/q/evidence')
      await page.goto('/claim/q/work')
      await expect(page.locator('main fieldset.entry')).toHaveCount(2)
      await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Sewing')
      await expect(page.locator('[name="periods.1.kind"]')).toHaveValue('Cleaning')
    })

    test('while two answers wait for a choice takes the choices that were made, and decides no other', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(1))
      const other = await changeNamesInTwoWindows(
        page,
        { firstName: 'Rosa', lastName: 'Ejemplo' },
        { firstName: 'Rosalinda', lastName: 'Muestra' },
      )
      await expect(heading(page)).toHaveText(t('claim:conflict.title'))
      await page.locator('[name="keep.firstName"][value=mine]').check()
      await page.locator('[name="keep.firstName"][value=mine]').press('Enter')
      await expect(page.getByRole('alert')).toContainText(t('claim:conflict.choose'))
      await expect(page.locator('[name="keep.firstName"][value=mine]')).toBeChecked()
      await other.goto('/claim/q/names')
      await expect(other.locator('#firstName')).toHaveValue('Rosa')
      await page.locator('[name="keep.lastName"][value=saved]').check()
      await page.locator('[name="keep.lastName"][value=saved]').press('Enter')
      await expect(page).toHaveURL('/claim/q/contact')
      await other.goto('/claim/q/names')
      await expect(other.locator('#firstName')).toHaveValue('Rosalinda')
      await expect(other.locator('#lastName')).toHaveValue('Ejemplo')
    })
  })
}
