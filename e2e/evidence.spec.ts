import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { latin, phonePhoto, plainPdf, SECRET } from '#app/evidence/testing/files.ts'
import { MOST_FILE_BYTES, MOST_MEGABYTES } from '#app/evidence/limits.ts'
import { DATA } from './addresses.ts'
import { sentences, type Language } from './check-walk.ts'
import { makeWords, openWith } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { openClaim } from './ready-made.ts'
import { expectSound } from './sound.ts'

const TITLE = 'Carta inventada 7391'

interface Sent {
  readonly kind?: string
  readonly title?: string
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

/** Fills in the form for one paper and sends it. */
async function attach(page: Page, language: Language, { kind, title, file }: Sent): Promise<void> {
  const t = sentences(language)
  if (kind !== undefined) await page.locator('#kind').selectOption(kind)
  if (title !== undefined) await page.locator('#title').fill(title)
  if (file) await page.locator('#file').setInputFiles({ name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) })
  // A busy machine may need long to check a file, so nothing is expected of the page before the answer.
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  await page.getByRole('button', { name: t('evidence:add.submit') }).click()
  await answered
}

async function openPapers(page: Page, language: Language): Promise<void> {
  const t = sentences(language)
  await openClaim(page, language)
  await page.goto('/claim/tasks')
  await page.getByRole('link', { name: t('flow:papers.link') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('evidence:page.title'))
}

const stored = () =>
  Buffer.concat(
    readdirSync(DATA)
      .filter(name => name.startsWith('claims.sqlite'))
      .map(name => readFileSync(path.join(DATA, name))),
  )
const headings = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('heading')

for (const language of ['en', 'es'] satisfies Language[]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`papers in ${language} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })
      const t = sentences(language)
      const way = `${language}-papers${javaScriptEnabled ? '' : '-plain'}`
      const sound = (page: Page, name: string) => (javaScriptEnabled ? expectSound(page, `${way}-${name}`) : Promise.resolve())
      const paper = (letter: string, kind: string) => t('evidence:list.letter', { letter, kind: t(kind) })

      test('are attached, named, ordered, printed and taken out', async ({ page }) => {
        await openPapers(page, language)
        await sound(page, 'none')
        await attach(page, language, {
          kind: 'medical_records',
          title: TITLE,
          file: { name: '../../x;y=.pdf', bytes: await plainPdf(2, pdf => pdf.setTitle(SECRET)) },
        })
        await expect(page.getByRole('status').first()).toHaveText(t('evidence:done.added'))
        await expect(page.locator('#title')).toHaveValue('')
        await attach(page, language, {
          kind: 'court_records',
          file: { name: `${'long'.repeat(80)}\u202Egpj.exe`, bytes: await phonePhoto() },
        })
        await expect(page.getByRole('heading', { name: paper('B', 'terms:evidence.court_records') })).toBeVisible()
        await expect(headings(page)).toHaveText([paper('A', 'terms:evidence.medical_records'), paper('B', 'terms:evidence.court_records')])
        await expect(page.getByText(t('evidence:list.pages', { count: 2, format: 'PDF' }))).toBeVisible()
        await sound(page, 'two')

        for (const secret of [TITLE, SECRET, 'Example clinic', '%PDF-1.7', 'court_records', 'JFIF'])
          expect(stored().includes(secret), secret).toBe(false)

        await page.getByRole('button', { name: t('evidence:list.upName', { letter: 'B' }) }).click()
        await expect(page.getByRole('status').first()).toHaveText(t('evidence:done.moved'))
        await expect(headings(page)).toHaveText([paper('A', 'terms:evidence.court_records'), paper('B', 'terms:evidence.medical_records')])

        await page.locator('summary').first().click()
        await sound(page, 'open')
        const card = page
          .getByRole('listitem')
          .filter({ has: page.getByRole('heading', { name: paper('A', 'terms:evidence.court_records') }) })
        await card.getByLabel(t('evidence:add.kind')).selectOption('')
        await card.getByLabel(t('evidence:add.name')).fill('Otro')
        await card.getByRole('button', { name: t('evidence:list.save') }).click()
        await expect(page.getByRole('alert')).toContainText(t('evidence:problem.kind'))
        await expect(card.getByLabel(t('evidence:add.name'))).toHaveValue('Otro')
        await sound(page, 'open-error')
        await card.getByLabel(t('evidence:add.kind')).selectOption('other')
        await page
          .getByRole('button', { name: t('evidence:list.save') })
          .first()
          .click()
        await expect(page.getByRole('heading', { name: paper('A', 'evidence:add.other') })).toBeVisible()

        await page.getByRole('link', { name: t('evidence:add.back') }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:packet.title'))
        await expect(page.getByText(t('flow:papers.count', { count: 2 }))).toBeVisible()
        const waiting = page.waitForEvent('download')
        await page.getByRole('button', { name: t('flow:packet.mailGet') }).click()
        const text = execFileSync('/usr/bin/pdftotext', [await (await waiting).path(), '-'], { encoding: 'utf8' })
        expect(text).toContain(TITLE)

        await page.goto('/claim/review')
        await page.getByRole('link', { name: t('flow:papers.linkMore') }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('evidence:page.title'))
        await page.locator('summary').first().click()
        await page.getByRole('button', { name: t('evidence:list.remove', { letter: 'A' }) }).click()
        await expect(page.getByRole('status').first()).toHaveText(t('evidence:done.removed'))
        await expect(headings(page)).toHaveText([paper('A', 'terms:evidence.medical_records')])
      })

      test('that are refused are answered with a sentence, and nothing that was written is lost', async ({ page }) => {
        await openPapers(page, language)
        await attach(page, language, {})
        const alert = page.getByRole('alert')
        await expect(alert).toContainText(t('evidence:problem.none'))
        await expect(alert).toContainText(t('evidence:problem.kind'))
        await sound(page, 'nothing-chosen')
        const bad: readonly (readonly [problem: string, name: string, bytes: Uint8Array])[] = [
          ['kind-of-file', 'paper.pdf', latin('<script>alert(1)</script>')],
          ['empty', 'paper.pdf', new Uint8Array()],
          ['damaged', 'photo.jpg', (await phonePhoto()).subarray(0, 90)],
          ['locked', 'paper.pdf', await plainPdf(1, pdf => pdf.encrypt({ userPassword: 'secret' }))],
          ['too-big', 'paper.pdf', new Uint8Array(MOST_FILE_BYTES + 2_000_000)],
        ]
        for (const [problem, name, bytes] of bad) {
          await attach(page, language, { kind: 'affidavit', title: TITLE, file: { name, bytes } })
          await expect(alert).toHaveCount(1)
          await expect(alert).toContainText(t(`evidence:problem.${problem}`, { megabytes: MOST_MEGABYTES }))
          await expect(page.locator('#kind')).toHaveValue('affidavit')
          await expect(page.locator('#title')).toHaveValue(TITLE)
          await expect(page.locator('#file')).toHaveAttribute('aria-invalid', 'true')
        }
        await sound(page, 'too-big')
        await alert.getByRole('link').click()
        await expect(page.locator('#file')).toBeFocused()
        await attach(page, language, { file: { name: 'right.exe', bytes: await phonePhoto() } })
        await expect(page.getByRole('heading', { name: paper('A', 'terms:evidence.affidavit') })).toBeVisible()
        await expect(page.getByText(TITLE, { exact: true })).toBeVisible()
      })
    })
  }
}

test('two windows lose nothing that either of them wrote', async ({ page, context }) => {
  const t = sentences('en')
  await openPapers(page, 'en')
  await attach(page, 'en', { kind: 'affidavit', title: 'First', file: { name: 'a.jpg', bytes: await phonePhoto() } })
  await expect(page.getByText('First')).toBeVisible()
  const other = await context.newPage()
  await other.goto('/claim/evidence')
  const write = async (window: Page, title: string) => {
    if (
      !(await window
        .locator('details')
        .first()
        .evaluate((details: HTMLDetailsElement) => details.open))
    )
      await window.locator('summary').first().click()
    await window.getByRole('listitem').getByLabel(t('evidence:add.name')).first().fill(title)
    await window.getByRole('button', { name: t('evidence:list.save') }).click()
  }
  await write(other, 'Second')
  await expect(other.getByRole('status').first()).toHaveText(t('evidence:done.changed'))
  await write(page, 'Mine')
  await expect(page.getByRole('alert')).toContainText(t('evidence:problem.conflict', { saved: `${t('terms:evidence.affidavit')}: Second` }))
  await expect(page.getByRole('listitem').getByLabel(t('evidence:add.name')).first()).toHaveValue('Mine')
  await page.getByRole('button', { name: t('evidence:list.save') }).click()
  await expect(page.getByRole('status').first()).toHaveText(t('evidence:done.changed'))
  await expect(page.getByText('Mine', { exact: true })).toBeVisible()
})

test('papers come back with the phrase, and are deleted with the claim', async ({ page }) => {
  const t = sentences('en')
  await openPapers(page, 'en')
  await attach(page, 'en', { kind: 'affidavit', title: TITLE, file: { name: 'a.jpg', bytes: await phonePhoto() } })
  await expect(page.getByText(TITLE)).toBeVisible()
  const words = await makeWords(page, 'en')
  await page.goto('/claim/lock')
  await page.getByRole('button', { name: t('flow:lock.lock') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:lock.lockedTitle'))
  await page.goto('/claim/evidence')
  await expect(page).toHaveURL('/claim/return')
  await openWith(page, 'en', words)
  await expect(page).toHaveURL('/claim/tasks')
  await page.goto('/claim/evidence')
  await expect(page.getByText(TITLE)).toBeVisible()
  await page.goto('/claim/delete')
  await page.getByRole('button', { name: t('flow:delete.yes') }).click()
  await expect(page).toHaveURL('/claim/deleted')
})
