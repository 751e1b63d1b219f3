import type { Page } from '@playwright/test'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, isQuestionId, type QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { chooseLanguage, sentences, type Language } from './check-walk.ts'
import { expect } from './fixtures.ts'

/** The pages of the shortest complete claim, with an invented person's answers. */
export const ROSA: readonly (readonly [QuestionId, Answer])[] = pagesOf(SHORTEST_CLAIM)

function pagesOf(answers: ClaimAnswers): [QuestionId, Answer][] {
  return Object.entries(answers).flatMap(([id, entry]) => (isQuestionId(id) && 'value' in entry ? [[id, entry.value as Answer]] : []))
}

/** That person's answers after the first pages. */
export const firstAnswers = (pages: number): ClaimAnswers => Object.fromEntries(ROSA.slice(0, pages).map(([id, value]) => [id, { value }]))

/** Writes texts into the fields of a form by their names, as a person would. */
export async function fillForm(page: Page, values: FormValues): Promise<void> {
  // A page arrives in parts. A field that has not arrived would be mistaken for another kind of field.
  await page.waitForLoadState()
  for (const [name, texts] of Object.entries(values)) {
    for (const text of texts) {
      const control = page.locator(`main [name="${name}"]`)
      // The second field of hours is there only where it holds something.
      if (text === '' && (await control.count()) === 0) continue
      await control.first().waitFor({ state: 'attached' })
      const folded = page.locator('main details:not([open])', { has: page.locator(`[name="${name}"]`) })
      if ((await folded.count()) > 0) await folded.locator('summary').click()
      const choice = page.locator(`main [name="${name}"][value=${inQuotes(text)}]:is([type=radio], [type=checkbox])`)
      if ((await choice.count()) > 0) await choice.check()
      else if ((await control.getAttribute('type')) === 'checkbox') await control.check()
      else if ((await control.evaluate(element => element.tagName)) === 'SELECT') await control.selectOption(text)
      else await control.fill(text)
    }
  }
}

/** A text as CSS writes it, where a line break would end the quotation. */
const inQuotes = (text: string) => `"${text.replaceAll('"', '\\"').replaceAll('\n', '\\a ')}"`

export const fillAnswer = (page: Page, id: QuestionId, answer: Answer) => fillForm(page, answerToForm(formFields(getQuestion(id)), answer))

export const goOn = (page: Page, language: Language) =>
  page
    .getByRole('button', { name: sentences(language)('flow:question.continue') })
    .last()
    .click()

/** Changes the names in two windows that both show their page: the other window saves first, then the page is sent. */
export async function changeNamesInBoth(page: Page, other: Page, theirs: Answer, mine: Answer): Promise<void> {
  await fillAnswer(other, 'names', theirs)
  await goOn(other, 'en')
  await expect(other).toHaveURL('/claim/q/contact')
  await fillAnswer(page, 'names', mine)
  await goOn(page, 'en')
}

/** Changes the names in a page and in another window, which it opens and returns. */
export async function changeNamesInTwoWindows(page: Page, theirs: Answer, mine: Answer): Promise<Page> {
  await page.goto('/claim/q/names')
  const other = await page.context().newPage()
  await other.goto('/claim/q/names')
  await changeNamesInBoth(page, other, theirs, mine)
  return other
}

/** Answers pages one after another, from the claim's current page on. */
export async function answerPages(
  page: Page,
  language: Language,
  pages: readonly (readonly [QuestionId, Answer])[],
  onPage: (id: QuestionId) => Promise<void> = async () => {},
): Promise<void> {
  const t = sentences(language)
  for (const [id, answer] of pages) {
    await expect(page).toHaveURL(`/claim/q/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(`claim:questions.${id}.title`))
    await onPage(id)
    await fillAnswer(page, id, answer)
    await goOn(page, language)
  }
}

/** Goes from the choice of the language to the first page of a new claim. */
export async function beginClaim(page: Page, language: Language): Promise<void> {
  const t = sentences(language)
  await chooseLanguage(page, language)
  await page.getByRole('link', { name: t('flow:start.link') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:start.title'))
  await page.getByRole('button', { name: t('flow:start.begin') }).click()
  await expect(page).toHaveURL('/claim/q/filer')
}

/** Makes the phrase of the open claim, and reads it as a person would write it down. */
export async function makeWords(page: Page, language: Language): Promise<string> {
  const t = sentences(language)
  await page.goto('/claim/save')
  await page.getByRole('button', { name: new RegExp(`^(${t('flow:save.make')}|${t('flow:save.replace')})$`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:phrase.title'))
  return shownWords(page)
}

/** The whole phrase that a page shows, even if the page arrives slowly. */
export async function shownWords(page: Page): Promise<string> {
  const words = page.locator('.phrase li')
  await expect(words).toHaveCount(8)
  await page.waitForLoadState()
  return (await words.allTextContents()).join(' ')
}

/** Opens a claim with its phrase. */
export async function openWith(page: Page, language: Language, words: string): Promise<void> {
  const t = sentences(language)
  await page.goto('/claim/return')
  await page.getByLabel(t('flow:return.label')).fill(words)
  await page.getByRole('button', { name: t('flow:return.go') }).click()
}
