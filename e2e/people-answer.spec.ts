import { fillForm, goOn } from './claim-walk.ts'
import { sentences } from './check-walk.ts'
import { expect, test } from './fixtures.ts'
import { openCheck, openClaim } from './ready-made.ts'

const t = sentences('en')
const FILER = { filer: { value: { filer: 'victim' } } } as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(`answers as people give them, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('hours of a day and pay by the hour are worked out, shown, and can be corrected', async ({ page }) => {
      await openClaim(page, 'en', FILER)
      await page.goto('/claim/q/work')
      await fillForm(page, {
        'periods.0.kind': ['Sewing'],
        'periods.0.from-year': ['2024'],
        'periods.0.from-month': ['01'],
        'periods.0.from-day': ['1'],
        'periods.0.to-year': ['2024'],
        'periods.0.to-month': ['03'],
        'periods.0.to-day': ['10'],
        'periods.0.hoursPerWeek-low': ['12 hours a day, 6 days'],
        'periods.0.pay-amount': ['5'],
        'periods.0.pay-per': ['hour'],
      })
      await goOn(page, 'en')
      const notice = page.getByRole('alert')
      await expect(notice).toContainText(t('claim:understood.title'))
      const total = '$5 an hour: that makes $3,600 for this time. If it is not right, write the right sum here.'
      await expect(notice.getByRole('link')).toHaveText([
        'Work 1, Hours in a week: We read this as 72 hours a week.',
        `Work 1, All the pay you got for this time: ${total}`,
      ])
      await expect(page.locator('[name="periods.0.hoursPerWeek-low"]')).toHaveValue('12 hours a day, 6 days')
      await notice.getByRole('link').last().click()
      await expect(page.locator('[name="periods.0.paidCents"]')).toBeFocused()
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/evidence')

      await page.goto('/claim/review')
      await expect(page.locator('main')).toContainText('Pay, as you know it: $5 an hour; All the pay you got for this time: $3,600')
      await page.goto('/claim/q/work')
      await expect(page.getByText(total)).toBeVisible()
      await fillForm(page, { 'periods.0.paidCents': ['2,500'] })
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/evidence')
      await page.goto('/claim/review')
      await expect(page.locator('main')).toContainText('All the pay you got for this time: $2,500')
    })

    test('a phone that is none is asked about, and kept as it was written', async ({ page }) => {
      await openClaim(page, 'en', FILER)
      await page.goto('/claim/q/contact')
      await fillForm(page, { phone: ['ask at the desk'] })
      await goOn(page, 'en')
      await expect(page.getByRole('alert')).toContainText(t('claim:form.phone'))
      await expect(page.locator('[name="phone"]')).toHaveValue('ask at the desk')
      await page.getByLabel(t('claim:form.phoneKept')).check()
      await goOn(page, 'en')
      await expect(page).toHaveURL('/claim/q/safe-at-home')
      await page.goto('/claim/review')
      await expect(page.locator('main')).toContainText('ask at the desk')
    })
  })
}

test('with JavaScript, "none" is unticked as soon as a real one is ticked', async ({ page }) => {
  await openClaim(page, 'en', { ...FILER, evidence: { value: { evidence: [] } } })
  await page.goto('/claim/q/evidence', { waitUntil: 'networkidle' })
  const none = page.locator('[name="evidence"][value="none"]')
  const report = page.locator('[name="evidence"][value="police_report"]')
  await expect(none).toBeChecked()
  await report.check()
  await expect(none).not.toBeChecked()
  await report.uncheck()
  await expect(none).not.toBeChecked()
})

for (const javaScriptEnabled of [true, false]) {
  test(`three times of work make a short page, and a pay that is written opens its fold, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })).newPage()
    const period = { from: '2021', to: '2022', hoursPerWeek: 60, kind: 'Sewing' }
    await openClaim(page, 'en', { ...FILER, work: { value: { periods: [period, period, period] } } })
    await page.goto('/claim/q/work')
    const folds = page.locator('.entry details')
    await expect(folds).toHaveCount(3)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4_800)
    await fillForm(page, { 'periods.1.pay-amount': ['lots'] })
    await goOn(page, 'en')
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.locator('[name="periods.1.pay-amount"]')).toBeVisible()
    await expect(page.locator('[name="periods.0.pay-amount"]')).toBeHidden()
    await fillForm(page, { 'periods.1.pay-amount': ['0'] })
    await goOn(page, 'en')
    await expect(page).not.toHaveURL(/\/q\/work/)
    await page.goto('/claim/q/work')
    await expect(page.locator('[name="periods.1.pay-amount"]')).toBeVisible()
    await expect(page.locator('[name="periods.2.pay-amount"]')).toBeHidden()
  })
}

test('without JavaScript, proof that is chosen beside an earlier "none" stands, and "none" is no longer chosen', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await openClaim(page, 'en', { ...FILER, evidence: { value: { evidence: [] } } })
  await page.goto('/claim/q/evidence')
  await expect(page.locator('[name="evidence"][value="none"]')).toBeChecked()
  await page.locator('[name="evidence"][value="police_report"]').check()
  await goOn(page, 'en')
  await page.goto('/claim/q/evidence')
  await expect(page.locator('[name="evidence"][value="none"]')).not.toBeChecked()
  await expect(page.locator('[name="evidence"][value="police_report"]')).toBeChecked()
})

test('the check shows the hours that it worked out, and goes on when they are sent again', async ({ page }) => {
  await openCheck(page, 'en', { kinds: { skipped: true }, place: { skipped: true }, dates: { skipped: true } })
  await page.goto('/check/hours')
  await fillForm(page, { 'hours-low': ['60–80'] })
  await page.getByRole('button', { name: t('common:actions.continue') }).click()
  await expect(page.getByRole('alert')).toContainText('We read this as 60 to 80 hours a week.')
  await expect(page.locator('[name="hours-low"]')).toHaveValue('60–80')
  await page.getByRole('button', { name: t('common:actions.continue') }).click()
  await expect(page).toHaveURL('/check/proof')
})
