import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Sentences } from './check-walk.ts'
import { expect } from './fixtures.ts'

/** What a walk through a case needs: a page, the cases, and a way to hold forms back. */
export interface CaseWalk {
  readonly page: Page
  readonly t: Sentences
  readonly origin: string
  /** Number of a case that the organization began, with answers. */
  readonly own: number
  /** Number of a case whose claim a person shared, with their own words in it. */
  readonly shared: number
  /** Code of another organization, to which the case moves. */
  readonly code: string
  readonly hold: (work: () => Promise<unknown>) => Promise<void>
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const saved = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

/**
 * Sends every form of a case in a browser, as a member with permission does. Forms that would remove something, or the case itself,
 * are recorded and held back, so that it still exists when strangers send them again.
 */
export async function walkCase(walk: CaseWalk): Promise<void> {
  for (const part of [list, answers, notes, papers, prints, lifecycle, sharing]) await part(walk)
}

async function list({ page, t, origin, own }: CaseWalk): Promise<void> {
  const mark = async () => {
    await page.goto(`${origin}/work/cases`)
    await page.locator(`input[name=case][value="${own}"]`).check()
  }
  await page.goto(`${origin}/work/cases`)
  await page.locator('#search').fill('ejemplo')
  await button(page, t('caseload:search.button')).click()
  await expect(page.getByRole('link', { name: t('caseload:search.clear') })).toBeVisible()
  await mark()
  await page.locator('#to').selectOption({ label: 'Name of office-caseworker' })
  await button(page, t('caseload:assign.button')).click()
  await saved(page, t('caseload:done.assigned'))
  await mark()
  await Promise.all([page.waitForEvent('download'), button(page, t('caseload:many.papers')).click()])
  await page
    .locator('summary')
    .filter({ hasText: t('caseload:many.filesTitle') })
    .click()
  await Promise.all([page.waitForEvent('download'), button(page, t('caseload:many.files')).click()])
  await page.locator('#password').fill('abc')
  await button(page, t('caseload:many.files')).click()
  await expect(page.getByRole('alert')).toContainText(t('records:take.problem.short', { least: 8 }))
}

async function answers({ page, t, origin, own, shared }: CaseWalk): Promise<void> {
  const save = page.locator('.section-save').getByRole('button', { name: t('filing:save') })
  for (const [number, done] of [
    [own, 'saved'],
    [shared, 'suggested'],
  ] as const) {
    await page.goto(`${origin}/work/cases/${number}/prepare/crime`)
    await page.locator('#story__circumstances').fill('Invented words of an owner.')
    await save.click()
    await saved(page, t(`filing:done.${done}`))
  }
  await page.goto(`${origin}/work/cases/${own}/prepare/work`)
  await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
  await expect(page.locator('#work .entry')).toHaveCount(4)
  await page.goto(`${origin}/work/cases/${own}`)
  await page
    .locator('summary')
    .filter({ hasText: t('casefile:about.title') })
    .click()
  await page.locator('#label').fill('K-1')
  await page.getByRole('button', { name: t('casefile:about.save') }).click()
  await saved(page, t('casefile:overview.done'))
}

async function notes({ page, t, origin, own, hold }: CaseWalk): Promise<void> {
  await page.goto(`${origin}/work/cases/${own}/notes`)
  await page.locator('#text').fill('A note that is sent again')
  await button(page, t('casefile:notes.save')).click()
  await expect(page.locator('.note-text')).toHaveText(['A note that is sent again'])
  await page
    .locator('summary')
    .filter({ hasText: t('casefile:notes.change') })
    .click()
  await page.locator('.card textarea').fill('A note that was changed')
  await page.getByRole('button', { name: t('casefile:notes.saveChange') }).click()
  await expect(page.locator('.note-text')).toHaveText(['A note that was changed'])
  await hold(() => page.locator('.card button[value=remove]').click({ noWaitAfter: true }))
}

async function papers({ page, t, origin, own, hold }: CaseWalk): Promise<void> {
  await page.goto(`${origin}/work/cases/${own}/papers`)
  for (const title of ['Papel uno', 'Papel dos']) {
    await page.locator('#kind').selectOption('other')
    await page.locator('#title').fill(title)
    await page
      .locator('#file')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: readFileSync('docs/pictures/start-phone-en.png') })
    await button(page, t('evidence:add.submit')).click()
    await expect(page.locator('.card').filter({ hasText: title })).toHaveCount(1)
  }
  await page.locator('.card button[value=up]').click()
  await saved(page, t('evidence:done.moved'))
  const first = page.locator('.card').first()
  await first.locator('summary').click()
  await first.locator('input[name^=title]').fill('Papel cambiado')
  await first.getByRole('button', { name: t('evidence:list.save') }).click()
  await expect(first).toContainText('Papel cambiado')
  await page.goto(`${origin}/work/cases/${own}/papers`)
  await first.locator('summary').click()
  await hold(() => first.locator('button[value=remove]').click({ noWaitAfter: true }))
}

async function prints({ page, t, origin, own }: CaseWalk): Promise<void> {
  await page.goto(`${origin}/work/cases/${own}`)
  await page
    .locator('summary')
    .filter({ hasText: t('casefile:packet.title') })
    .click()
  for (const part of ['mail', 'keep'])
    await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t(`flow:packet.${part}Get`) }).click()])
  await page.goto(`${origin}/work/cases/${own}/statement`)
  await page.getByRole('button', { name: t('casefile:statement.make') }).click()
  await expect(page.getByRole('alert')).toContainText(t('casefile:statement.errors.empty'))
  await page.locator('input[name=believes]').check()
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('casefile:statement.make') }).click()])
  await page.goto(`${origin}/work/cases/${own}/record`)
  await page.locator('input[name=own-words]').check()
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('records:take.button') }).click()])
}

async function lifecycle({ page, t, origin, own, hold }: CaseWalk): Promise<void> {
  const step = async (type: string) => {
    await page.locator(`#step-${type} > summary`).click()
    await page.locator(`#${type}-day`).fill('2026-11-02')
    await page
      .locator(`#step-${type}`)
      .getByRole('button', { name: t(`lifecycle:event.${type}`) })
      .click({ noWaitAfter: true })
  }
  await page.goto(`${origin}/work/cases/${own}/life`)
  await page
    .locator('.review-section')
    .filter({ hasText: t('claim:questions.dates.title') })
    .locator('> summary')
    .click()
  const answer = page.locator('.reviewed').filter({ hasText: t('claim:questions.dates.title') })
  await answer.locator('summary').click()
  await answer.locator('#words-dates').fill('Invented words of a review')
  await answer.getByRole('button', { name: t('review:comment.save') }).click()
  await expect(page.locator('.comment')).toHaveCount(1)
  await step('SENT_TO_REVIEW')
  await expect(page.locator('.lifecycle-now .lifecycle-label')).toHaveText(t('lifecycle:state.inReview'))
  await page.goto(`${origin}/work/cases/${own}/life`)
  await hold(() => step('APPROVED'))
  await page.goto(`${origin}/work/cases/${own}/life`)
  await hold(() => page.locator('.comment button[value=resolve]').click({ noWaitAfter: true }))
}

async function sharing({ page, t, origin, own, code, hold }: CaseWalk): Promise<void> {
  await page.goto(`${origin}/work/cases/${own}/sharing`)
  await page.locator('input[name=keep][value=yes]').check()
  await hold(() => page.getByRole('button', { name: t('sharing:case.makeWords') }).click({ noWaitAfter: true }))
  await page.goto(`${origin}/work/cases/${own}/sharing`)
  await page.locator('#code').fill(code)
  await page.locator('#way').selectOption('paper')
  await page.locator('#day').fill('2026-11-02')
  await page.locator('#heard').fill('Somebody invented')
  await page.locator('#sure').check()
  await hold(() => button(page, t('sharing:case.transfer')).click({ noWaitAfter: true }))
}
