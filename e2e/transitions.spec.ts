import { expect, type Page } from '@playwright/test'
import { dayOf, type DraftEvent } from '#machines/draft/events.ts'
import { LIFECYCLE_WALKS, staffWalk } from '#machines/draft/lifecycle-walks.ts'
import { replayDraft } from '#machines/draft/machine.ts'
import { sentences } from './check-walk.ts'
import { officeTest } from './office-test.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'

let office: Office
const test = officeTest(() => office, /^$/)
// All tests use one server, so they run in order. They use no scripts, because each step is one form.
test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

const t = sentences('en')
const WALKS = Object.entries(LIFECYCLE_WALKS).map(([name, events], index) => ({ name, walk: staffWalk(events), number: index + 1 }))

test.beforeAll(async () => {
  office = await openOffice(async (casework, { owner }) => {
    for (const { number } of WALKS)
      expect(
        await casework.cases.create(owner.actor, {
          language: 'en',
          about: { label: '', otherSide: [] },
          answers: exampleAnswers('rosa-alone'),
        }),
      ).toEqual({ number })
  })
})
test.afterAll(() => office.stop())

/** Does an event where people do it: prints the papers, changes an answer, or takes any other step on the lifecycle page. */
async function happen(page: Page, number: number, event: DraftEvent, round: number): Promise<void> {
  const { type } = event
  if (type === 'PRINTED') {
    const printed = await page.request.post(`${office.origin}/work/cases/${number}/papers/mail`, {
      form: {},
      headers: { Origin: office.origin },
    })
    expect(printed.headers()['content-type']).toBe('application/pdf')
    return
  }
  if (type === 'ANSWER_CHANGED') {
    await page.goto(`${office.origin}/work/cases/${number}/prepare/crime`)
    await page.locator('#story__circumstances').fill(`Invented words, ${round}`)
    await page.locator('.section-save').getByRole('button').click()
    return
  }
  // The page arrives in parts, and a field that has not arrived could not be filled in.
  await page.waitForLoadState()
  const step = page.locator(`#step-${type}`)
  await step.locator('summary').click()
  const day = dayOf(event)
  if (day !== null) await step.locator(`#${type}-day`).fill(day)
  if ('who' in event) await step.locator(`#${type}-who`).selectOption(event.who)
  if ('way' in event && event.way) await step.locator(`#${type}-way`).selectOption(event.way)
  if ('why' in event) await step.locator(`#${type}-why`).selectOption(event.why)
  if ('inPart' in event && event.inPart) await step.locator(`#${type}-inPart`).check()
  const sure = step.locator(`#${type}-sure`)
  if ((await sure.count()) > 0) await sure.check()
  await step.getByRole('button', { name: t(`lifecycle:event.${type}`) }).click()
}

for (const { name, walk, number } of WALKS) {
  test(`a case can go through: ${name}`, async ({ page }) => {
    await office.as(page, 'owner')
    const life = `${office.origin}/work/cases/${number}/life`
    await page.goto(life)
    for (const [index, event] of walk.entries()) {
      await happen(page, number, event, index)
      // A step leads back to the lifecycle page. After an event on another page, the test opens it itself.
      if (event.type === 'PRINTED' || event.type === 'ANSWER_CHANGED') await page.goto(life)
      else await expect(page.locator(`#step-${event.type}[open]`)).toHaveCount(0)
      await expect(page.locator('.lifecycle-now .lifecycle-label'), event.type).toHaveText(
        t(`lifecycle:state.${replayDraft(walk.slice(0, index + 1)).state}`),
      )
    }
  })
}
