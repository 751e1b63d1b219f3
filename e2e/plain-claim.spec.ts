import { test as unwatched, type Page } from '@playwright/test'
import { sentences } from './check-walk.ts'
import { changeNamesInTwoWindows, fillForm, firstAnswers, goOn, ROSA } from './claim-walk.ts'
import { expect, test } from './fixtures.ts'
import { BROKEN, TAKEN_AWAY } from './old-browsers.ts'
import { openClaim } from './ready-made.ts'

const t = sentences('en')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const words = (page: Page) => page.locator('#circumstances')

/** Opens the page of the story in a claim whose first pages are answered. */
async function openStory(page: Page): Promise<void> {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/story', { waitUntil: 'networkidle' })
}

/** What the page of the story shows once it is opened anew. */
async function expectStory(page: Page, text: string): Promise<void> {
  await page.goto('/claim/q/story')
  await expect(words(page)).toHaveValue(text)
}

/** Adds an entry to the list of work, answers the page and goes on. */
async function answerWork(page: Page): Promise<void> {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/work')
  await fillForm(page, { 'periods.0.kind': ['Sewing'], 'periods.0.from-year': ['2021'] })
  await page.getByRole('button', { name: t('claim:lists.periods.add') }).click()
  await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Sewing')
  await fillForm(page, { 'periods.1.kind': ['Cleaning'] })
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/evidence')
  await page.goto('/claim/q/work')
  await expect(page.locator('[name="periods.1.kind"]')).toHaveValue('Cleaning')
}

for (const [name, takeAway] of Object.entries(TAKEN_AWAY)) {
  test(`a page with a list is answered in a browser with ${name}`, async ({ page }) => {
    await page.addInitScript(takeAway)
    await answerWork(page)
  })
}

for (const [name, takeAway] of Object.entries(BROKEN)) {
  unwatched(`a page with a list is answered in a browser with ${name}`, async ({ page }) => {
    await page.addInitScript(takeAway)
    await answerWork(page)
  })
}

test('a press during an automatic save goes on once that is done, also without requestSubmit', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLFormElement.prototype, 'requestSubmit'))
  await openStory(page)
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/claim/autosave/*', async route => {
    await held
    await route.continue()
  })
  const saving = page.waitForRequest('**/claim/autosave/story')
  await words(page).fill('I cleaned homes.')
  await saving
  await words(page).fill('I cleaned homes at night.')
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/story')
  letThrough()
  await expect(page).toHaveURL('/claim/q/work')
  await expectStory(page, 'I cleaned homes at night.')
})

test('what is typed into a question while the script arrives stays, is saved, and keeps the focus', async ({ page }) => {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/dates')
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/assets/*.js', async route => {
    await held
    await route.continue()
  })
  // As a link does it, so that the heading would take the focus.
  await page.evaluate(() => window.location.assign('/claim/q/story'))
  await page.waitForURL('**/claim/q/story', { waitUntil: 'commit' })
  await words(page).pressSequentially('I cle')
  letThrough()
  await page.waitForLoadState('networkidle')
  await page.keyboard.type('aned')
  await expect(words(page)).toBeFocused()
  await expect(words(page)).toHaveValue('I cleaned')
  await expect(page.getByText(t('flow:question.saved'), { exact: true })).toBeVisible()
  await expectStory(page, 'I cleaned')
})

test('what was typed before the script ran is saved without another letter', async ({ page }) => {
  await openStory(page)
  let letThrough = (): void => undefined
  const held = new Promise<void>(resolve => (letThrough = resolve))
  await page.route('**/assets/*.js', async route => {
    await held
    await route.continue()
  })
  await page.goto('/claim/q/story', { waitUntil: 'commit' })
  await words(page).fill('I cleaned homes.')
  letThrough()
  await expect(page.getByText(t('flow:question.saved'), { exact: true })).toBeVisible()
  await expectStory(page, 'I cleaned homes.')
})

test('what an extension adds to a question does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState === 'loading') return
      document.body.prepend(document.createElement('extension-bar'))
      document.querySelector('form')?.prepend(document.createElement('extension-key'))
    })
  })
  await openStory(page)
  await words(page).fill('I cleaned homes.')
  await expect(page.locator('extension-bar')).not.toHaveCount(0)
  await goOn(page, 'en')
  await expect(page).toHaveURL('/claim/q/work')
  await expectStory(page, 'I cleaned homes.')
})

test('a press without a network at the bottom of a long page says so where the person looks', async ({ page, context }) => {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/work', { waitUntil: 'networkidle' })
  await fillForm(page, { 'periods.0.kind': ['Sewing'] })
  const press = page.getByRole('button', { name: t('flow:question.continue') }).last()
  await press.scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(300)
  await context.setOffline(true)
  await press.click()
  const summary = page.getByRole('alert')
  await expect(summary).toHaveText(t('flow:question.offline'))
  await expect(summary).toBeFocused()
  await expect(summary).toBeInViewport({ ratio: 1 })
  await expect(page.locator('[name="periods.0.kind"]')).toHaveValue('Sewing')
  await context.setOffline(false)
  await press.click()
  await expect(page).toHaveURL('/claim/q/evidence')
})

// That files are gone is told in the console.
unwatched('a new release while a question is open changes nothing for whoever goes on', async ({ page }) => {
  await openStory(page)
  await page.route('**/assets/*.js', route => route.fulfill({ status: 404 }))
  await page.route('**/__manifest?*', route => route.fulfill({ status: 204, headers: { 'X-Remix-Reload-Document': 'true' } }))
  await words(page).fill('I cleaned homes.')
  await page.getByRole('link', { name: t('flow:question.toTasks') }).click()
  await expect(page).toHaveURL('/claim/tasks')
  await expectStory(page, 'I cleaned homes.')
})

test('a link saves what was typed before it leads away, and without a network it stays and says so', async ({ page, context }) => {
  await openStory(page)
  await words(page).fill('I cleaned homes.')
  await page.getByRole('link', { name: t('common:actions.back') }).click()
  await expect(page).not.toHaveURL('/claim/q/story')
  await expectStory(page, 'I cleaned homes.')
  await page.waitForLoadState('networkidle')
  await words(page).fill('I cleaned homes at night.')
  await context.setOffline(true)
  await page.getByRole('link', { name: t('flow:question.toTasks') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('flow:question.offline'))
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(words(page)).toHaveValue('I cleaned homes at night.')
  await context.setOffline(false)
  await page.getByRole('link', { name: t('flow:question.toTasks') }).click()
  await expect(page).toHaveURL('/claim/tasks')
  await expectStory(page, 'I cleaned homes at night.')
})

test('a link keeps what cannot be saved yet, and it stands on the page again until it is saved', async ({ page }) => {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/dates', { waitUntil: 'networkidle' })
  await page.locator('#start-year').fill('20')
  await page.getByRole('link', { name: t('flow:question.toTasks') }).click()
  await expect(page).toHaveURL('/claim/tasks')
  await page.goto('/claim/q/dates')
  await expect(page.locator('#start-year')).toHaveValue('20')
  await page.locator('#start-year').fill('2020')
  await goOn(page, 'en')
  await expect(page).not.toHaveURL('/claim/q/dates')
  await page.goto('/claim/q/dates')
  await expect(page.locator('#start-year')).toHaveValue('2020')
})

test('a link brings back, with what to correct, what can be neither saved nor kept, and no list has grown', async ({ page }) => {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/q/work', { waitUntil: 'networkidle' })
  const long = 'Sewing, in a house.'.repeat(250)
  await page.locator('[name="periods.0.kind"]').fill(long)
  await page.locator('[name="periods.0.from-year"]').fill('20')
  await page.getByRole('link', { name: t('flow:question.toTasks') }).click()
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
  await expect(page).toHaveURL('/claim/q/work')
  await expect(page.locator('[name="periods.0.kind"]')).toHaveValue(long)
  await expect(page.locator('main fieldset.entry')).toHaveCount(1)
})

test("the browser's own Back loses nothing that was typed", async ({ page }) => {
  await openClaim(page, 'en', firstAnswers(2))
  await page.goto('/claim/tasks')
  await page.goto('/claim/q/story', { waitUntil: 'networkidle' })
  await words(page).fill('I cleaned homes.')
  await page.goBack()
  await expect(page).toHaveURL('/claim/tasks')
  // The save outlives its page.
  await expect(() => expectStory(page, 'I cleaned homes.')).toPass()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })
    const beside = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name })

    test('a language chosen in the middle of a question leads back to it, and its words are saved', async ({ page }) => {
      await openStory(page)
      await words(page).fill('I cleaned homes.')
      await beside(page, t('common:layout.language')).click()
      await page.getByRole('button', { name: 'Español' }).click()
      await expect(page).toHaveURL('/claim/q/story')
      await expect(heading(page)).toHaveText(sentences('es')('claim:questions.story.title'))
      await expect(words(page)).toHaveValue('I cleaned homes.')
    })

    test('a language chosen over a half typed answer brings it back, and saves it as no answer', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(2))
      await page.goto('/claim/q/dates')
      await page.locator('#start-year').fill('20')
      await beside(page, t('common:layout.language')).click()
      await page.getByRole('button', { name: 'Español' }).click()
      await expect(page).toHaveURL('/claim/q/dates')
      await expect(heading(page)).toHaveText(sentences('es')('claim:questions.dates.title'))
      await expect(page.locator('#start-year')).toHaveValue('20')
      const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 't')
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 })
      await page.goto('/claim/review')
      await expect(page.getByText('20', { exact: true })).toHaveCount(0)
    })

    test('who looks at Help in the middle of a question goes back to it and to what was typed', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(2))
      await page.goto('/claim/q/dates')
      await page.locator('#start-year').fill('20')
      await beside(page, t('common:layout.help')).click()
      await expect(heading(page)).toHaveText(t('help:page.title'))
      await page.getByRole('link', { name: t('common:actions.back') }).click()
      await expect(page).toHaveURL('/claim/q/dates')
      await expect(page.locator('#start-year')).toHaveValue('20')
    })

    test('who came from the review to a question is led back to it, also after a look at Help and another language', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(ROSA.length))
      await page.goto('/claim/review')
      await page.locator('a[href="/claim/q/dates?from=review"]').first().click()
      await page.locator('#start-year').fill('20')
      await beside(page, t('common:layout.help')).click()
      // The question has a link of this name too.
      await expect(heading(page)).toHaveText(t('help:page.title'))
      await page.getByRole('link', { name: t('common:actions.back') }).click()
      await expect(page).toHaveURL('/claim/q/dates?from=review')
      await expect(page.locator('#start-year')).toHaveValue('20')
      await page.locator('#start-year').fill('2022')
      await beside(page, t('common:layout.language')).click()
      await page.getByRole('button', { name: 'Español' }).click()
      await expect(page).toHaveURL('/claim/q/dates?from=review')
      await goOn(page, 'es')
      await expect(page).toHaveURL('/claim/review')
    })

    test('who looks at Help from an empty question answers nothing', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(1))
      await page.goto('/claim/q/kinds')
      await beside(page, t('common:layout.help')).click()
      await expect(heading(page)).toHaveText(t('help:page.title'))
      await page.goto('/claim/q/kinds')
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('t')
    })

    test('who looks at Help while two answers wait for a choice is asked again', async ({ page }) => {
      await openClaim(page, 'en', firstAnswers(1))
      await changeNamesInTwoWindows(page, { firstName: 'Rosa', lastName: 'Ejemplo' }, { firstName: 'Rosalinda', lastName: 'Ejemplo' })
      await expect(heading(page)).toHaveText(t('claim:conflict.title'))
      await beside(page, t('common:layout.help')).click()
      await page.getByRole('link', { name: t('common:actions.back') }).click()
      await expect(page.locator('#firstName')).toHaveValue('Rosalinda')
      await goOn(page, 'en')
      await expect(heading(page)).toHaveText(t('claim:conflict.title'))
      await expect(page.getByText('Rosa', { exact: true })).toBeVisible()
    })

    test('a question says before its fields that other links leave words behind, only where they do', async ({ page }) => {
      await openStory(page)
      const said = page.locator('noscript p:visible')
      await expect(said).toHaveText(javaScriptEnabled ? [] : [t('claim:form.saveFirst')])
    })
  })
}

test('a question that is not there has Help and Language as links, since it has no form to save', async ({ page }) => {
  await openClaim(page, 'en', firstAnswers(2))
  const answer = await page.request.get('/claim/q/no-such-page')
  expect(answer.status()).toBe(404)
  const sent = await answer.text()
  for (const address of ['/help', '/language']) expect(sent).toContain(`<a href="${address}">`)
  expect(sent).not.toContain('form="question"')
})
