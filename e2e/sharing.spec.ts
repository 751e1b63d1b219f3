import type { Browser, Page } from '@playwright/test'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { sentences, type Language } from './check-walk.ts'
import { shownWords } from './claim-walk.ts'
import { expect } from './fixtures.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { expectSound } from './sound.ts'
import { wholeText } from './whole-text.ts'

const EXPECTED = /^Failed to load resource: the server responded with a status of (?:403|404|410|422)/

let office: Office

const test = officeTest(
  () => office,
  EXPECTED,
  (page, tell) => {
    page.on('request', request => {
      if (/[A-Z2-9]{5}-[A-Z2-9]{5}/.test(request.url().split('#')[0] ?? '')) tell('a code in an address')
    })
  },
)
// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

const RUNS = [
  { language: 'en', scripts: true, held: 0 },
  { language: 'es', scripts: false, held: 1 },
] as const satisfies readonly { language: Language; scripts: boolean; held: number }[]

/** Cookie of an owner in another organization, who gets a case. */
let elsewhere = ''

/** Sessions of claims that people have open in their own browsers. */
const sessions: string[] = []

/** Phrases of claims that are open in no browser. */
const closed: string[] = []

test.beforeAll(async () => {
  office = await openOffice(async (casework, people, { drafts }) => {
    for (const { language } of RUNS) {
      sessions.push((await drafts.create({ answers: exampleAnswers('rosa-alone'), language })).session)
      const { session } = await drafts.create({ answers: exampleAnswers('rosa-alone'), language })
      const made = await drafts.setPhrase(session, language)
      if (!made.ok) throw new Error(made.reason)
      closed.push(made.phrase.text)
    }
    // Two of these cases are moved, and two are handed over.
    for (const language of ['en', 'es', 'en', 'es'] as const)
      await casework.cases.create(people.caseworker.actor, {
        language,
        about: { label: '', otherSide: [] },
        answers: exampleAnswers('minor-with-guardian'),
      })
    elsewhere = (await makeOwner(casework, Date.now(), 'other-owner')).session
  })
})
test.afterAll(() => office.stop())

/** Types a code by hand. */
async function typeCode(page: Page, language: Language, code: string): Promise<void> {
  await page.locator('#code').fill(code)
  await page.getByRole('button', { name: sentences(language)('sharing:claim.codeNext') }).click()
}

/** Makes a caseworker show a code, and returns the code. */
async function shownCode(browser: Browser, scripts: boolean, language: Language): Promise<string> {
  const staff = await browser.newPage({ javaScriptEnabled: scripts })
  await office.as(staff, 'caseworker', language)
  await staff.goto(`${office.origin}/work/receive`)
  await staff.getByRole('button', { name: sentences(language)('sharing:receive.show') }).click()
  const code = await wholeText(staff.locator('.share-code-letters'))
  await staff.close()
  return code
}

/** Gives a browser the session of an open claim. */
async function holding(page: Page, session: string, language: Language): Promise<void> {
  await page.context().addCookies([
    { name: COOKIE_NAMES.draft, value: session, url: office.origin },
    { name: 'lang', value: language, url: office.origin },
  ])
}

for (const { language, scripts, held } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('a claim is shared by a code without its story, read, and taken back', async ({ page, browser }) => {
      const t = sentences(language)
      const staff = await browser.newPage({ javaScriptEnabled: scripts })
      await office.as(staff, 'caseworker', language)
      await staff.goto(`${office.origin}/work/receive`)
      await staff.getByRole('button', { name: t('sharing:receive.show') }).click()
      const code = await wholeText(staff.locator('.share-code-letters'))
      await expect(staff.getByRole('img', { name: t('sharing:receive.picture') })).toBeVisible()

      await holding(page, sessions[held] ?? '', language)
      if (scripts) {
        await page.goto(`${office.origin}/claim/share#${code}`)
      } else {
        await page.goto(`${office.origin}/claim/share`)
        await typeCode(page, language, 'AAAAA-AAAAA')
        await expect(page.getByRole('alert')).toContainText(t('sharing:claim.errors.gone'))
        await typeCode(page, language, code.toLowerCase())
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sharing:claim.confirmTitle', { name: 'Casa Ejemplo' }))
      expect(page.url()).toBe(`${office.origin}/claim/share`)
      await expect(page.locator('#story-new')).not.toBeChecked()
      if (scripts) await expectSound(page, `${language}-share-confirm`)
      await page.getByRole('button', { name: t('sharing:claim.share') }).click()
      await expect(page.getByRole('status').first()).toHaveText(t('sharing:claim.done.shared'))
      await expect(page.getByText(t('sharing:claim.hasNot.story'))).toBeVisible()

      const number = 5 + 2 * held
      await staff.goto(`${office.origin}/work/cases/${number}/life`)
      await expect(staff.getByText(t('review:storyNotShared')).first()).toBeVisible()
      await expect(staff.getByText('Rosa').first()).toBeVisible()
      expect(await staff.content()).not.toContain('trabajo de limpieza')
      await page.goto(`${office.origin}/claim/share`)
      await page.getByText(t('sharing:claim.usesTitle')).click()
      await expect(page.getByText(t('sharing:role.caseworker')).first()).toBeVisible()
      if (scripts) await expectSound(page, `${language}-share`)

      await page
        .locator('summary')
        .filter({ hasText: t('sharing:claim.takeBack') })
        .click()
      await page.getByRole('button', { name: t('sharing:claim.takeBack') }).click()
      await expect(page.getByRole('status').first()).toHaveText(t('sharing:claim.done.back'))
      await expect(page.getByText(t('sharing:claim.none'))).toBeVisible()
      expect((await staff.goto(`${office.origin}/work/cases/${number}/life`))?.status()).toBe(410)
      expect(await staff.content()).not.toContain('Rosa')
      // Back shows nothing of the claim either, because it asks the server again. Without JavaScript, Back leads to a sent form, which
      // browsers do not keep.
      if (scripts) {
        await staff.goBack()
        expect(await staff.content()).not.toContain('Rosa')
      }
      await staff.close()
    })

    test('a scanned code leads to sharing after the person opens the closed claim', async ({ page, browser }) => {
      const t = sentences(language)
      const code = await shownCode(browser, scripts, language)
      await page.context().addCookies([{ name: 'lang', value: language, url: office.origin }])
      await page.goto(`${office.origin}/claim/share#${code}`)
      // The browser keeps the code in the fragment, so no requested address has it.
      const closedAddress = `${office.origin}/claim/return?for=share#${code}`
      await expect(page).toHaveURL(closedAddress)
      await expect(page.getByRole('heading', { name: t('sharing:opening.title') })).toBeVisible()
      await expect(page.getByText(t('sharing:opening.typed'))).toBeVisible()
      if (scripts) await expectSound(page, `${language}-return-to-share`)
      const open = page.getByRole('button', { name: t('flow:return.go') })
      await page.locator('#phrase').fill('zoo')
      await open.click()
      await expect(page.locator('#phrase-error')).toHaveText(t('flow:return.wrong'))
      await expect(page).toHaveURL(closedAddress)
      await page.waitForLoadState('networkidle')
      await page.locator('#phrase').fill(closed[held] ?? '')
      await open.click()
      if (!scripts) {
        await expect(page.getByText(t('sharing:claim.codeTyped'))).toBeVisible()
        await typeCode(page, language, code)
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sharing:claim.confirmTitle', { name: 'Casa Ejemplo' }))
      // The claim has a phrase, so there is no warning.
      await expect(page.getByText(t('sharing:claim.noWordsText'))).toHaveCount(0)
    })

    test('a person without a phrase is told so before they share, makes one, and comes back', async ({ page, browser }) => {
      const t = sentences(language)
      const code = await shownCode(browser, scripts, language)
      await page.context().addCookies([{ name: 'lang', value: language, url: office.origin }])
      await page.goto(`${office.origin}/claim`)
      await page.getByRole('button', { name: t('flow:start.begin') }).click()
      await expect(page).toHaveURL(`${office.origin}/claim/q/filer`)
      await page.goto(`${office.origin}/claim/share`)
      await expect(page.getByText(t('sharing:claim.noWordsText'))).toBeVisible()
      await typeCode(page, language, code)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sharing:claim.confirmTitle', { name: 'Casa Ejemplo' }))
      await expect(page.getByText(t('sharing:claim.noWordsText'))).toBeVisible()
      await page.getByRole('link', { name: t('sharing:claim.makeWords') }).click()
      await expect(page).toHaveURL(`${office.origin}/claim/save?for=share#${code}`)
      await page.getByRole('button', { name: t('flow:save.make') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('flow:phrase.title'))
      await page.getByRole('link', { name: t('flow:phrase.done') }).click()
      if (!scripts) {
        await typeCode(page, language, code)
      }
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sharing:claim.confirmTitle', { name: 'Casa Ejemplo' }))
      await expect(page.getByText(t('sharing:claim.noWordsText'))).toHaveCount(0)
    })

    test('a person changes what is shared, and the organization sees the change', async ({ page, browser }) => {
      const t = sentences(language)
      const staff = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
      await office.as(staff, 'caseworker', language)
      await staff.goto(`${office.origin}/work/receive`)
      if (scripts) await expectSound(staff, `${language}-receive`)
      await staff.getByRole('button', { name: t('sharing:receive.show') }).click()
      if (scripts) await expectSound(staff, `${language}-receive-code`)
      const code = await wholeText(staff.locator('.share-code-letters'))
      await holding(page, sessions[held] ?? '', language)
      await page.goto(`${office.origin}/claim/share`)
      await typeCode(page, language, code)
      await page.locator('#story-new').check()
      await page.getByRole('button', { name: t('sharing:claim.share') }).click()
      await expect(page.getByText(t('sharing:claim.has.story'))).toBeVisible()
      await staff.goto(`${office.origin}/work/cases/${6 + 2 * held}/sharing`)
      await expect(staff.getByText(t('sharing:case.theirs'))).toBeVisible()
      await expect(staff.getByText(t('sharing:case.has.story'))).toBeVisible()
      await expect(staff.getByRole('button', { name: t('sharing:case.transfer') })).toHaveCount(0)

      await page
        .locator('summary')
        .filter({ hasText: t('sharing:claim.change') })
        .click()
      await page.locator('input[name=story]:checked').uncheck()
      await page.getByRole('button', { name: t('sharing:claim.changeSave') }).click()
      await expect(page.getByRole('status').first()).toHaveText(t('sharing:claim.done.changed'))
      await staff.reload()
      await expect(staff.getByText(t('sharing:case.hasNot.story'))).toBeVisible()
      await staff.close()
    })

    test('a case moves to another organization with the person’s consent, and opens only there', async ({ page, browser }) => {
      const t = sentences(language)
      const number = 1 + held
      const theirs = await browser.newPage({ javaScriptEnabled: scripts })
      await theirs.context().addCookies([
        { name: COOKIE_NAMES.staff, value: elsewhere, url: office.origin },
        { name: 'lang', value: language, url: office.origin },
      ])
      await theirs.goto(`${office.origin}/work/receive`)
      await theirs.getByRole('button', { name: t('sharing:receive.show') }).click()
      const code = await wholeText(theirs.locator('.share-code-letters'))

      await office.as(page, 'owner', language)
      await page.goto(`${office.origin}/work/cases/${number}/sharing`)
      await expect(page.getByText(t('sharing:case.transferText'))).toBeVisible()
      await page.locator('#code').fill(code)
      await page.locator('#heard').fill('Somebody invented')
      await page.getByRole('button', { name: t('sharing:case.transfer') }).click()
      for (const error of ['way', 'day', 'sure']) await expect(page.getByRole('alert')).toContainText(t(`sharing:case.errors.${error}`))
      await expect(page.locator('#heard')).toHaveValue('Somebody invented')
      await page.locator('#way').selectOption('paper')
      await page.locator('#day').fill('2026-11-02')
      await page.locator('#sure').check()
      await page.getByRole('button', { name: t('sharing:case.transfer') }).click()
      await expect(page).toHaveURL(`${office.origin}/work/cases/${number}`)
      expect((await page.goto(`${office.origin}/work/cases/${number}/life`))?.status()).toBe(410)

      expect((await theirs.goto(`${office.origin}/work/cases/${1 + held}`))?.status()).toBe(200)
      await theirs.goto(`${office.origin}/work/cases/${1 + held}/notes`)
      await expect(theirs.getByText('Somebody invented').first()).toBeVisible()
      await theirs.close()
    })

    test('a case is handed over by a phrase, which opens it elsewhere', async ({ page, browser }) => {
      const t = sentences(language)
      const number = 3 + held
      await office.as(page, 'caseworker', language)
      await page.goto(`${office.origin}/work/cases/${number}/sharing`)
      await page.getByRole('button', { name: t('sharing:case.makeWords') }).click()
      await expect(page.getByRole('alert')).toContainText(t('sharing:case.errors.keep'))
      if (scripts) await expectSound(page, `${language}-case-sharing`)
      // The page says beforehand what goes and what stays.
      await expect(page.getByText(t('sharing:case.keepsHint.no'))).toBeVisible()
      // In one run the case stays with the organization, in the other it leaves.
      await page.getByText(t(`sharing:case.keeps.${scripts ? 'yes' : 'no'}`)).click()
      await page.getByRole('button', { name: t('sharing:case.makeWords') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('sharing:handed.title'))
      const words = await shownWords(page)
      if (scripts) await expectSound(page, `${language}-handed`)

      const theirs = await browser.newPage({ javaScriptEnabled: scripts })
      await theirs.context().addCookies([{ name: 'lang', value: language, url: office.origin }])
      await theirs.goto(`${office.origin}/claim/return`)
      await theirs.locator('main input[type=text], main textarea').first().fill(words)
      await theirs.locator('main form').first().getByRole('button').first().click()
      await expect(theirs).toHaveURL(/\/claim\/tasks/)
      await theirs.goto(`${office.origin}/claim/share`)
      await expect(theirs.getByText(scripts ? 'Casa Ejemplo' : t('sharing:claim.none'))).toBeVisible()
      const status = (await page.goto(`${office.origin}/work/cases/${number}/life`))?.status()
      expect(status).toBe(scripts ? 200 : 410)
      await theirs.close()
    })
  })
}
