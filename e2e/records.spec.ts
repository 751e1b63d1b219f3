import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { unzipSync } from 'fflate'
import { sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'
import { wholeText } from './whole-text.ts'

const PASSWORD = 'six quiet garden stones'

const EXPECTED = /^Failed to load resource: (?:the server responded with a status of (?:403|404|410|413|422)|net::ERR_BLOCKED_BY_CLIENT)/

let office: Office

const test = officeTest(() => office, EXPECTED)
// All tests use one server, whose cases come and go, so they run one after another.
test.describe.configure({ mode: 'serial' })

const RUNS = [
  { language: 'en', scripts: true, number: 1 },
  { language: 'es', scripts: false, number: 2 },
] as const satisfies readonly { language: Language; scripts: boolean; number: number }[]

test.beforeAll(async () => {
  const picture = new Uint8Array(
    await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
      .png()
      .toBuffer(),
  )
  office = await openOffice(async (casework, { caseworker }) => {
    const fresh = {
      answers: exampleAnswers('rosa-alone'),
      about: { label: 'K-1', otherSide: [] },
      status: [],
      notes: [{ text: 'An invented note', writtenAt: new Date('2026-02-03T10:00:00Z') }],
    }
    for (const { language } of RUNS)
      await casework.caseFiles.bring(caseworker.actor, { ...fresh, language }, [
        { words: { kind: 'other', title: 'Carta inventada' }, file: { format: 'png', pages: 1, bytes: picture } },
      ])
    for (let number = 0; number < 12; number++)
      await casework.cases.create(caseworker.actor, { language: 'es', about: { label: '', otherSide: [] } })
  })
})
test.afterAll(() => office.stop())

const at = (path: string) => `${office.origin}${path}`

/** Presses a button and returns the downloaded file with its name. */
async function fileFrom(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

for (const { language, scripts, number } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })
    const t = sentences(language)

    test('a case is exported with a password, and imported again with its paper', async ({ page }) => {
      await office.as(page, 'caseworker', language)
      await page.goto(at(`/work/cases/${number}/record`))
      await expect(page.locator('.record-what').last()).toHaveText(t('records:kind.case.imported'))
      await page.locator('#password').fill('short')
      await page.getByRole('button', { name: t('records:take.button') }).click()
      await expect(page.getByRole('alert')).toContainText(t('records:take.problem.short', { least: 8 }))
      const open = await fileFrom(page, t('records:take.button'))
      expect(open.name).toBe('papers-3.zip')
      const inside = unzipSync(new Uint8Array(open.bytes))
      expect(Object.keys(inside)).toEqual(['claim.json', 'case.json', 'papers/1.png'])
      expect(Buffer.from(inside['case.json'] ?? []).toString()).not.toContain('invented note')
      await page.getByLabel(t('records:take.ownWords')).check()
      await page.locator('#password').fill(PASSWORD)
      const locked = await fileFrom(page, t('records:take.button'))
      expect(locked.name).toBe('papers-3.locked')

      await page.goto(at('/work/import'))
      const bring = async (bytes: Buffer, password = '') => {
        await page.locator('#password').fill(password)
        await page.locator('#file').setInputFiles({ name: 'file.locked', mimeType: 'application/octet-stream', buffer: bytes })
        await page.getByRole('button', { name: t('records:import.button') }).click()
      }
      await page.getByRole('button', { name: t('records:import.button') }).click()
      await expect(page.getByRole('alert')).toContainText(t('records:import.problem.none'))
      await bring(locked.bytes)
      await expect(page.getByRole('alert')).toContainText(t('records:import.problem.password'))
      await bring(locked.bytes, 'another password')
      await expect(page.getByRole('alert')).toContainText(t('records:import.problem.wrong-password'))
      await bring(Buffer.from('{"filer": "nobody"}'))
      await expect(page.getByText(`filer: ${t('errors:choice')}`)).toBeVisible()
      await bring(locked.bytes, PASSWORD)
      // The import checks and cleans the paper, which can take long on a busy machine.
      await expect(page).toHaveURL(/\/work\/cases\/1[5-9]$/, { timeout: 60_000 })
      await page.goto(`${page.url()}/record`)
      const again = await fileFrom(page, t('records:take.button'))
      expect(Object.keys(unzipSync(new Uint8Array(again.bytes)))).toEqual(['claim.json', 'case.json', 'papers/1.png'])
    })

    test('an owner reads the record, checks it, keeps its code, and exports it', async ({ page }) => {
      await office.as(page, 'owner', language)
      await page.goto(at('/work'))
      await page.getByRole('link', { name: t('records:nav.record') }).click()
      await expect(page.locator('.record-what').first()).toBeVisible()
      await page.getByRole('button', { name: t('records:check.button') }).click()
      const code = await wholeText(page.locator('.record-code'))
      await page.getByText(t('records:check.compare')).click()
      await page.locator('#code').fill('nothing')
      await page.getByRole('button', { name: t('records:check.compareButton') }).click()
      await expect(page.getByText(t('records:errors.code'))).toBeVisible()
      await page.locator('#code').fill(code)
      await page.getByRole('button', { name: t('records:check.compareButton') }).click()
      await expect(page.getByText(t('records:check.holds'))).toBeVisible()
      const { bytes, name } = await fileFrom(page, t('records:table.button'))
      expect(name).toBe('table-1.csv')
      expect(bytes.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))
      expect(bytes.toString()).toContain(code)
      expect(bytes.toString().trim().split('\r\n').at(-1)).toContain('record.exported')
      await page.goto(at('/work/record'))
      await page.getByText(t('records:record.filter'), { exact: true }).click()
      await page.locator('#case').fill('x')
      await page.getByRole('button', { name: t('records:record.look') }).click()
      await expect(page.getByRole('alert')).toContainText(t('records:errors.number'))
      await page.locator('#case').fill(String(number))
      await page.locator('#kind').selectOption('case.imported')
      await page.getByRole('button', { name: t('records:record.look') }).click()
      await expect(page.locator('.record-what')).toHaveText([t('records:kind.case.imported')])
    })

    test('figures hide small counts, on the page and in the table', async ({ page }) => {
      await office.as(page, 'supervisor', language)
      await page.goto(at('/work/figures'))
      await expect(page.locator('.figure-table').first()).toBeVisible()
      const { bytes } = await fileFrom(page, t('records:figures.button'))
      expect(bytes.toString()).toContain('<10')
      expect(bytes.toString()).not.toMatch(/,[1-9]\r\n/)
    })

    test('an owner chooses the retention of cases, and erases a case at the person’s wish', async ({ page }) => {
      await office.as(page, 'owner', language)
      await page.goto(at('/work/keeping'))
      await page.locator('#months').fill('999')
      await page.getByRole('button', { name: t('records:retention.save') }).click()
      await expect(page.getByRole('alert')).toContainText(t('records:errors.months', { least: 1, most: 240 }))
      await expect(page.locator('#months')).toHaveValue('999')
      await page.locator('#months').fill('60')
      await page.getByRole('button', { name: t('records:retention.save') }).click()
      await expect(page.getByText(t('records:retention.done.saved'))).toBeVisible()
      await expect(page.locator('#months')).toHaveValue('60')
      await page.goto(at(`/work/cases/${number}/record`))
      await page.getByRole('link', { name: t('records:activity.erase') }).click()
      await expect(page.locator('#erase')).toContainText('Rosa')
      await page.locator('#confirm').fill('no')
      await page.getByRole('button', { name: t('records:retention.erase') }).click()
      await expect(page.getByRole('alert')).toContainText(t('records:errors.confirm'))
      await page.locator('#confirm').fill(String(number))
      await page.getByRole('button', { name: t('records:retention.erase') }).click()
      await expect(page.getByText(t('records:retention.done.erased'))).toBeVisible()
      await page.goto(at(`/work/cases/${number}/record`))
      await expect(page.getByText(t('casefile:ended'))).toBeVisible()
      await expect(page.locator('.record-what').first()).toHaveText(t('records:kind.case.deleted'))
      await expect(page.locator('#password')).toHaveCount(0)
    })
  })
}

test('members without permission cannot open these pages or send their forms', async ({ page }) => {
  const status = async (role: Parameters<Office['as']>[1], path: string, method: 'get' | 'post' = 'get') => {
    await office.as(page, role)
    return (
      await page.request[method](at(path), {
        maxRedirects: 0,
        ...(method === 'post' && { form: { intent: 'erase', number: '3', confirm: '3' } }),
      })
    ).status()
  }
  for (const role of ['caseworker', 'volunteer', 'trainer'] as const)
    for (const path of ['/work/record', '/work/figures', '/work/keeping']) expect(await status(role, path), `${role} ${path}`).toBe(403)
  for (const role of ['volunteer', 'trainer'] as const) expect(await status(role, '/work/import'), role).toBe(403)
  for (const role of ['supervisor', 'caseworker', 'volunteer', 'trainer'] as const) {
    expect(await status(role, '/work/record/export', 'post'), role).toBe(403)
    expect(await status(role, '/work/keeping', 'post'), role).toBe(403)
  }
  expect(await status('caseworker', '/work/figures/table', 'post')).toBe(403)
  expect(await status('volunteer', '/work/cases/3/export', 'post')).toBe(404)
  await office.as(page, 'supervisor')
  await page.goto(at('/work/record'))
  await expect(page.locator('#check')).toHaveCount(0)
})

test('the pages are accessible, also with mistakes', async ({ page }) => {
  for (const language of ['en', 'es'] as const) {
    const t = sentences(language)
    await office.as(page, 'owner', language)
    for (const [name, path] of [
      ['record', '/work/record?check=1&code=x&case=x'],
      ['case-record', '/work/cases/3/record?problem=short'],
      ['figures', '/work/figures'],
      ['keeping', '/work/keeping?case=3'],
      ['import', '/work/import'],
    ] as const) {
      await page.goto(at(path))
      if (name === 'import') await page.getByRole('button', { name: t('records:import.button') }).click()
      await expectSound(page, `${language}-${name}`)
    }
  }
})

test('the check of a record that was tampered with says where', async ({ page }) => {
  office.inDatabase(database => database.prepare('UPDATE "CaseRecord" SET "kind" = ? WHERE "place" = 5').run('case.read'))
  await office.as(page, 'owner')
  await page.goto(at('/work/record?check=1'))
  await expect(page.getByRole('alert')).toContainText(sentences('en')('records:check.fault.changed', { place: 5 }))
  await expectSound(page, 'en-record-tampered')
})
