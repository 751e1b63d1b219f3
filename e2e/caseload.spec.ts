import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'

const EXPECTED = /^Failed to load resource: the server responded with a status of (?:403|404|422)/

let office: Office

const test = officeTest(
  () => office,
  EXPECTED,
  (page, tell) => {
    page.on('request', request => {
      if (/Rosa|Jose|Muestra/i.test(request.url())) tell('a name in an address')
    })
  },
)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  office = await openOffice(async (casework, { caseworker, owner }) => {
    const named = (firstName: string, lastName: string) => ({
      ...exampleAnswers('rosa-alone'),
      names: { value: { firstName, lastName, birthDate: '1990-02-28' } },
    })
    await casework.cases.create(caseworker.actor, {
      language: 'es',
      about: { label: 'K-1', otherSide: ['Malo Inventado'] },
      answers: named('José', 'Ejemplo'),
    })
    await casework.cases.create(owner.actor, { language: 'en', about: { label: 'K-2', otherSide: [] }, answers: named('Rosa', 'Muestra') })
  })
})
test.afterAll(() => office.stop())

for (const [language, scripts] of [
  ['en', true],
  ['es', false],
] as const satisfies readonly (readonly [Language, boolean])[]) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('cases are listed, found by a misspelled name, filtered, and assigned to a member', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'owner', language)
      await page.goto(`${office.origin}/work/cases`)
      // The second run also finds the case that the first run began.
      await expect(page.locator('.case-row')).toHaveCount(scripts ? 2 : 3)
      if (scripts) await expectSound(page, `${language}-cases`)
      await page.locator('#search').fill('jose ejemplo')
      await page.getByRole('button', { name: t('caseload:search.button'), exact: true }).click()
      await expect(page.locator('.case-row')).toHaveCount(1)
      await expect(page.locator('.case-link')).toHaveText('José Ejemplo')
      expect(page.url()).not.toContain('jose')
      await page.locator('#search').fill('nobody at all')
      await page.getByRole('button', { name: t('caseload:search.button'), exact: true }).click()
      await expect(page.getByText(t('caseload:none.found'))).toBeVisible()

      await page.goto(`${office.origin}/work/cases`)
      await page
        .locator('summary')
        .filter({ hasText: t('caseload:filter.title') })
        .click()
      await page.locator('#language').selectOption('es')
      await page.getByRole('button', { name: t('caseload:filter.button'), exact: true }).click()
      await expect(page.locator('.case-row')).toHaveCount(1)
      // The summary is already open when there are saved views.
      if (scripts)
        await page
          .locator('summary')
          .filter({ hasText: t('caseload:views.title') })
          .click()
      await page.locator('#name').fill(`View ${language}`)
      await page.getByRole('button', { name: t('caseload:views.keep') }).click()
      await expect(page.getByRole('status').first()).toHaveText(t('caseload:done.kept'))
      await page.goto(`${office.origin}/work/cases`)
      await page.getByRole('link', { name: `View ${language}` }).click()
      await expect(page.locator('.case-row')).toHaveCount(1)

      await page.getByRole('button', { name: t('caseload:assign.button'), exact: true }).click()
      await expect(page.getByRole('alert')).toContainText(t('caseload:errors.choose'))
      if (scripts) await expectSound(page, `${language}-cases-error`)
      await page.locator('.case-choose input').first().check()
      await page.locator('#to').selectOption({ label: 'Name of office-volunteer' })
      await page.getByRole('button', { name: t('caseload:assign.button'), exact: true }).click()
      await expect(page.locator('.case-row').first()).toContainText('Name of office-volunteer')
    })

    test('a case is begun, after a warning when the other side is a client of the organization', async ({ page }) => {
      const t = sentences(language)
      await office.as(page, 'caseworker', language)
      await page.goto(`${office.origin}/work/cases/new`)
      await page.getByRole('button', { name: t('caseload:new.button') }).click()
      await expect(page.getByRole('alert')).toContainText(t('caseload:errors.language'))
      await page.locator('#language').selectOption('en')
      await page.locator('#otherSide').fill('Rosa Muestra')
      await page.getByRole('button', { name: t('caseload:new.button') }).click()
      await expect(page.getByRole('alert')).toContainText(t('caseload:errors.conflict'))
      await expect(page.locator('#otherSide')).toHaveValue('Rosa Muestra')
      if (scripts) await expectSound(page, `${language}-case-new`)
      await page.locator('#anyway').check()
      await page.getByRole('button', { name: t('caseload:new.button') }).click()
      await expect(page).toHaveURL(/\/work\/cases\/\d+\/prepare\/start$/)
    })
  })
}

test('a volunteer sees only assigned cases, and a trainer sees no case', async ({ page, browser }) => {
  await office.as(page, 'volunteer')
  await page.goto(`${office.origin}/work/cases`)
  await expect(page.locator('.case-row')).toHaveCount(1)
  const trainer = await (await browser.newContext()).newPage()
  await office.as(trainer, 'trainer')
  expect((await trainer.goto(`${office.origin}/work/cases`))?.status()).toBe(403)
  await trainer.close()
})

test('the list can be used with keys', async ({ page }) => {
  await office.as(page, 'owner')
  await page.goto(`${office.origin}/work/cases`)
  await page.waitForFunction(() => '__remixRouter' in window)
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.locator('#search')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.locator('h1').click()
  await page.keyboard.press('j')
  await expect(page.locator('.case-link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/work\/cases\/\d+$/)
})

test('the record shows and proves what was done, figures hide small counts, and retention says what stays', async ({ page }) => {
  for (const language of ['en', 'es'] as const) {
    const t = sentences(language)
    await office.as(page, 'owner', language)
    await page.goto(`${office.origin}/work/record`)
    await expect(
      page
        .locator('.record-what')
        .filter({ hasText: t('records:kind.case.searched') })
        .first(),
    ).toBeVisible()
    await page.getByRole('button', { name: t('records:check.button') }).click()
    await expect(page.locator('.record-code')).toBeVisible()
    await expectSound(page, `${language}-record`)
    await page.goto(`${office.origin}/work/figures`)
    await expect(page.getByText('<10').first()).toBeVisible()
    await page.goto(`${office.origin}/work/keeping?case=1`)
    await page.locator('#months').fill('x')
    await page.getByRole('button', { name: t('records:retention.save') }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectSound(page, `${language}-keeping`)
    await page.goto(`${office.origin}/work/import`)
    await page.getByRole('button', { name: t('records:import.button') }).click()
    await expect(page.getByRole('alert')).toContainText(t('records:import.problem.none'))
    await page.goto(`${office.origin}/work/cases/1/record`)
    await expect(
      page
        .locator('.record-what')
        .filter({ hasText: t('records:kind.case.created') })
        .first(),
    ).toBeVisible()
    await expectSound(page, `${language}-case-record`)
  }
})

test('papers and files of marked cases come in one download each, and an unknown case is refused', async ({ page }) => {
  const t = sentences('en')
  await office.as(page, 'owner')
  await page.goto(`${office.origin}/work/cases`)
  await page.getByRole('button', { name: t('caseload:many.papers') }).click()
  await expect(page.getByRole('alert')).toContainText(t('caseload:errors.many', { most: 10 }))
  // The page arrives in parts, with its alert before its rows.
  await page.waitForLoadState()
  const marked = page.locator('input[name=case]')
  const numbers = await marked.evaluateAll(boxes => boxes.slice(0, 2).map(box => (box as HTMLInputElement).value))
  expect(numbers).toHaveLength(2)
  for (const number of numbers) await page.locator(`input[name=case][value="${number}"]`).check()
  const entriesOf = async (button: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
    expect(download.suggestedFilename()).toBe('papers.zip')
    return unzipSync(new Uint8Array(readFileSync(await download.path())))
  }
  const papers = await entriesOf(t('caseload:many.papers'))
  expect(Object.keys(papers).sort()).toEqual(numbers.flatMap(number => [`papers-${number}-1.pdf`, `papers-${number}-2.pdf`]).sort())
  for (const pdf of Object.values(papers)) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')

  await page
    .locator('summary')
    .filter({ hasText: t('caseload:many.filesTitle') })
    .click()
  await page.locator('#password').fill('abc')
  await page.getByRole('button', { name: t('caseload:many.files') }).click()
  await expect(page.getByRole('alert')).toContainText(t('records:take.problem.short', { least: 8 }))
  for (const number of numbers) await expect(page.locator(`input[name=case][value="${number}"]`)).toBeChecked()
  await expectSound(page, 'en-cases-many')
  await page.locator('#password').fill('')
  const files = await entriesOf(t('caseload:many.files'))
  expect(Object.keys(files).sort()).toEqual(numbers.map(number => `papers-3-${number}.zip`).sort())
  expect(Object.keys(unzipSync(files[`papers-3-${numbers[0]}.zip`]!))).toContain('claim.json')

  // The refusal names the unknown case.
  const refused = await page.request.post(`${office.origin}/work/cases/papers`, {
    form: { case: '999999', intent: 'papers' },
    headers: { Origin: office.origin },
  })
  expect(await refused.text()).toContain('999999')
})

test('a case is exported, and the exported file is imported as a new case', async ({ page }) => {
  await office.as(page, 'owner')
  const headers = { Origin: office.origin }
  const taken = await page.request.post(`${office.origin}/work/cases/1/export`, { form: {}, headers })
  expect(taken.headers()['content-disposition']).toBe('attachment; filename="papers-3.zip"')
  await page.goto(`${office.origin}/work/import`)
  await page.locator('#file').setInputFiles({ name: 'papers-3.zip', mimeType: 'application/zip', buffer: await taken.body() })
  await page.getByRole('button', { name: sentences('en')('records:import.button') }).click()
  await expect(page).toHaveURL(/\/work\/cases\/\d+$/)
  await expect(page.locator('.case-name')).toContainText('José Ejemplo')
})
