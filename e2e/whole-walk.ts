import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { plainPdf } from '#app/evidence/testing/files.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { getQuestion } from '#machines/answers/questions/index.ts'
import { EXIT } from './addresses.ts'
import { LIKELY_FORMS, sentences } from './check-walk.ts'
import { ROSA } from './claim-walk.ts'
import { expect } from './fixtures.ts'
import type { Hands } from './hands.ts'

const t = sentences('en')
const PAPER = 'Invented letter 7391'

export interface Walk {
  readonly hands: Hands
  /** How many pages of the claim are answered; the shortest whole claim has all of `ROSA`. */
  readonly questions: number
  /** Called on each page before anything is done there. */
  readonly onPage?: (name: string) => Promise<void>
}

/** Walks from the first page through the check and a claim to its papers, to Help and out. What was typed must stand in the review. */
export async function walkWhole(page: Page, { hands, questions, onPage = () => Promise.resolve() }: Walk): Promise<void> {
  const typed: string[] = []
  const link = (key: string, options = {}) => page.getByRole('link', { name: t(key, options), exact: true })
  const button = (key: string) => page.getByRole('button', { name: t(key), exact: true })
  const arrive = async (address: string | RegExp, title: string) => {
    await expect(page).toHaveURL(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await onPage(title)
  }

  await page.goto('/', { waitUntil: 'commit' })
  await arrive('/', t('start:home.title'))
  await hands.press(link('start:home.begin'))
  await arrive('/safety', t('check:safety.title'))
  await hands.press(link('check:safety.ready'))
  for (const [id, values] of Object.entries(LIKELY_FORMS)) {
    await arrive(`/check/${id}`, t(`check:${id}.title`))
    await fill(page, hands, values)
    await hands.send(button('common:actions.continue'))
  }
  await arrive('/check/result', t('rules:outcome.likely.title'))
  await hands.press(page.locator('main a[href="/claim"]'))
  await arrive('/claim', t('flow:start.title'))
  await hands.press(button('flow:start.begin'))

  for (const [id, answer] of ROSA.slice(0, questions)) {
    await arrive(new RegExp(`/claim/q/${id}$`), t(`claim:questions.${id}.title`))
    typed.push(...(await fill(page, hands, answerToForm(formFields(getQuestion(id)), answer))))
    await hands.send(button('flow:question.continue').last())
  }
  if (questions < ROSA.length) {
    await arrive(/\/claim\/q\//, t(`claim:questions.${ROSA[questions]?.[0]}.title`))
    await hands.press(link('flow:question.toTasks'))
    await arrive('/claim/tasks', t('flow:tasks.title'))
    await hands.press(link('flow:tasks.review'))
  }
  await arrive('/claim/review', t('flow:review.title'))
  const review = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  for (const text of typed) expect(review).toContain(text)

  await hands.press(page.getByRole('link', { name: t('flow:papers.link'), exact: true }))
  await arrive('/claim/evidence', t('evidence:page.title'))
  await hands.choose(page.locator('#kind'), 'other')
  await hands.type(page.locator('#title'), PAPER)
  await hands.attach(page.locator('#file'), { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await plainPdf()) })
  await hands.press(button('evidence:add.submit'))
  await expect(page.getByRole('status').first()).toHaveText(t('evidence:done.added'))
  await hands.press(link('evidence:add.back'))

  await arrive('/claim/packet', t('flow:packet.title'))
  const waiting = page.waitForEvent('download')
  await hands.press(button('flow:packet.mailGet'))
  const file = await (await waiting).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  const printed = execFileSync('/usr/bin/pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  expect(printed).toContain(PAPER)
  for (const text of typed) expect(printed).toContain(text)

  await hands.press(page.getByRole('navigation').getByText(t('common:layout.help'), { exact: true }))
  await arrive('/help', t('help:page.title'))
  await hands.leave(link('common:layout.exit'))
  await expect(page).toHaveURL(EXIT)
  await page.goBack({ waitUntil: 'commit' })
  await expect(page).toHaveURL('/door')
  await expect(page.locator('body')).not.toContainText(t('common:siteName'))
}

/**
 * Fills in a form as a person would.
 * @returns what was typed
 */
async function fill(page: Page, hands: Hands, values: FormValues): Promise<string[]> {
  const typed: string[] = []
  for (const [name, texts] of Object.entries(values)) {
    for (const text of texts.filter(each => each !== '')) {
      const control = page.locator(`main [name="${name}"]`)
      const kind = await control.first().evaluate(element => (element instanceof HTMLInputElement ? element.type : element.tagName))
      if (kind === 'radio' || kind === 'checkbox') await hands.tick(page.locator(`main [name="${name}"][value="${text}"]`))
      else if (kind === 'SELECT') await hands.choose(control, text)
      else {
        await hands.type(control, text)
        typed.push(text)
      }
    }
  }
  return typed
}
