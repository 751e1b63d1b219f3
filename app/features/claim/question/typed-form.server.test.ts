import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { IDLE_MINUTES } from '#app/data/drafts/index.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { createSealedCookie } from '#app/security/sealed-cookie.server.ts'
import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import { answerAutosave, answerQuestion } from './answer-question.server.ts'
import { questionView } from './question-view.server.ts'
import { findTyped } from './typed-form.server.ts'
import { openWindowOf } from '../testing/window-fixture.ts'

const TODAY = '2026-11-23'
const PLAIN = { fromReview: false, kept: false }
const HALF = { 'start-year': '20' }

let fixture: Fixture
let services: Services
let session: string
let time: number

beforeEach(async () => {
  fixture = await openFixture()
  time = 1_000_000
  const typedForm = createSealedCookie(COOKIE_NAMES.typed, 'cookie:typed', randomBytes(32), IDLE_MINUTES, () => time)
  services = { drafts: fixture.store.drafts, typedForm } as Services
  session = (await services.drafts.create({ answers: { filer: { value: { filer: 'victim' } } }, language: 'en' })).session
})
afterEach(() => fixture.end())

const openWindow = () => openWindowOf(services, session, TODAY)
const asking = (cookie: string, body?: URLSearchParams) =>
  new Request('http://claims.test/', { headers: { Cookie: cookie.split(';')[0] ?? '' }, ...(body && { method: 'POST', body }) })

async function send(page: QuestionId, intent: string, written: Readonly<Record<string, string>>, cookie = '') {
  const { seen, base } = questionView(await openWindow(), page, PLAIN)
  const body = new URLSearchParams({ intent, seen, base, ...written })
  const answer = await answerQuestion(services, asking(cookie, body), await openWindow(), page)
  if (!(answer instanceof Response)) return { kind: answer.kind, status: answer.status, cookie: null }
  return { to: answer.headers.get('Location'), cookie: answer.headers.get('Set-Cookie') }
}

async function shown(cookie: string | null, page: QuestionId): Promise<unknown> {
  return findTyped(services, asking(cookie ?? ''), await openWindow(), page)?.values['start-year']
}

test('a button that leads beside the claim saves what can be saved, and comes back to the page', async () => {
  expect(await send('names', 'help', { firstName: 'Rosa', lastName: 'Ejemplo' })).toEqual({ to: '/help?to=names', cookie: null })
  expect((await openWindow()).draft.answers.names).toMatchObject({ value: { firstName: 'Rosa', lastName: 'Ejemplo' } })
})

test('a form in which nothing was typed is neither saved nor kept', async () => {
  expect(await send('dates', 'language', {})).toEqual({ to: '/language?to=dates', cookie: null })
  expect((await openWindow()).draft.answers).not.toHaveProperty('dates')
})

test('what cannot be saved yet is kept sealed in the browser, for its page of this claim, for as long as a claim stays open', async () => {
  const { to, cookie } = await send('dates', 'language', HALF)
  expect(to).toBe('/language?to=dates')
  expect(cookie).toMatch(/^t=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(await shown(cookie, 'dates')).toEqual(['20'])
  expect(await shown(cookie, 'discovered')).toBeUndefined()
  expect((await openWindow()).draft.answers).not.toHaveProperty('dates')
  const before = session
  session = (await services.drafts.create({ answers: {}, language: 'en' })).session
  expect(await shown(cookie, 'dates')).toBeUndefined()
  session = before
  time += IDLE_MINUTES * 60_000
  expect(await shown(cookie, 'dates')).toEqual(['20'])
  time += 1
  expect(await shown(cookie, 'dates')).toBeUndefined()
})

test('a save takes back what was kept', async () => {
  const { cookie } = await send('dates', 'help', HALF)
  expect(await send('kinds', 'answer', { kinds: 'labor' }, cookie ?? '')).toMatchObject({
    cookie: 't=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  })
})

test('what is too long for a cookie comes back with what to correct', async () => {
  const long = { ...HALF, 'start-day': '9'.repeat(4_000) }
  expect(await send('dates', 'help', long)).toEqual({ kind: 'page', status: 422, cookie: null })
})

test('the script of a page that is left saves, or has the browser keep what cannot be saved', async () => {
  const leave = async (page: QuestionId, written: Readonly<Record<string, string>>, leaving = true) => {
    const { seen, base } = questionView(await openWindow(), page, PLAIN)
    const answer = await answerAutosave(
      services,
      asking('', new URLSearchParams({ seen, base, ...written })),
      await openWindow(),
      page,
      leaving,
    )
    return { ...((await answer.json()) as object), cookie: answer.headers.get('Set-Cookie') }
  }
  expect(await leave('names', { firstName: 'Rosa' })).toMatchObject({ open: true, saved: true, kept: false, cookie: null })
  const kept = await leave('dates', HALF)
  expect(kept).toMatchObject({ open: true, saved: false, kept: true })
  expect(await shown(kept.cookie, 'dates')).toEqual(['20'])
  expect(await leave('dates', HALF, false)).toEqual({ open: true, saved: false, seen: expect.any(String) as string, cookie: null })
})
