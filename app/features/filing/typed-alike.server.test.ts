import { randomBytes } from 'node:crypto'
import { createSharedReads } from '#app/auth/visit.server.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { answerQuestion as answerCheck } from '#app/features/check/answer-question.server.ts'
import { getVisit } from '#app/features/check/visit.server.ts'
import { answerQuestion as answerClaim } from '#app/features/claim/question/answer-question.server.ts'
import { openWindowOf } from '#app/features/claim/testing/window-fixture.ts'
import { createCheckSession } from '#app/security/check-session.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { saveSection } from './save-section.server.ts'

const TODAY = '2026-11-23'
type Fields = Readonly<Record<string, string>>

let fixture: Fixture
let casework: Casework
let services: Services
let actor: Actor
let session: string

beforeAll(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  const owner = await makeOwner(casework, fixture.time)
  actor = actorOf(owner.member)
  session = owner.session
  const checkSession = createCheckSession(randomBytes(32), () => fixture.time)
  services = { casework, drafts: fixture.store.drafts, checkSession, today: () => TODAY, training: null } as unknown as Services
})
afterAll(() => fixture.end())

const post = (fields: Fields, cookie = '') =>
  new Request('http://localhost/', { method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(fields) })

const cookieOf = (line: string | null) => line?.split(';')[0] ?? ''

/** The answer that the check keeps of a form, or the key of the sentence that says what to correct. */
async function sentToCheck(id: 'dates' | 'hours', fields: Fields): Promise<unknown> {
  const skipped = { kinds: { skipped: true }, place: { skipped: true }, ...(id === 'hours' && { dates: { skipped: true } }) }
  const request = post(fields, cookieOf(services.checkSession.keep(post({}), skipped)))
  const result = await answerCheck(services, request, getVisit(services, request), id)
  if (!(result instanceof Response)) return result.problems[0]?.key
  const entry = getVisit(services, post({}, cookieOf(result.headers.get('Set-Cookie')))).answers[id]
  return entry && 'value' in entry ? entry.value : entry
}

/** The answer that a new claim keeps of a page's form, or the sentences that say what to correct. */
async function sentToClaim(page: QuestionId, fields: Fields): Promise<unknown> {
  const draft = await services.drafts.create({ answers: { filer: { value: { filer: 'victim' } } }, language: 'en' })
  const visit = await openWindowOf(services, draft.session, TODAY)
  const result = await answerClaim(services, post({ intent: 'answer', base: '{}', ...fields }), visit, page)
  if (!(result instanceof Response)) return result.view && 'errors' in result.view && result.view.errors.map(({ message }) => message)
  const entry = (await openWindowOf(services, draft.session, TODAY)).draft.answers[page]
  return entry && 'value' in entry ? entry.value : entry
}

/** The answer that a new case keeps of a section's form, or the sentences that say what to correct. */
async function sentToSection(page: QuestionId, fields: Fields): Promise<unknown> {
  const { number } = await casework.cases.create(actor, { language: 'en', about: { label: '', otherSide: [] } })
  const named = Object.fromEntries(Object.entries({ base: '{}', ...fields }).map(([name, text]) => [`${page}__${name}`, text]))
  const request = post({ intent: 'save', ...named }, `${COOKIE_NAMES.staff}=${session}`)
  const result = await saveSection({ services, reads: createSharedReads() }, request, String(number), getQuestion(page).section)
  if (!(result instanceof Response)) return result.view.errors.map(({ message }) => message)
  const found = await casework.cases.find(actor, number)
  const entry = found.ok ? found.value.answers[page] : undefined
  return entry && 'value' in entry ? entry.value : entry
}

const work = (fields: Fields) => Object.fromEntries(Object.entries(fields).map(([name, text]) => [`periods.0.${name}`, text]))

const NUMBERS = [
  ['40', 40],
  ['٤٠', 40],
  ['۴۰', 40],
  ['४०', 40],
  ['੪੦', 40],
  ['៤០', 40],
  ['໔໐', 40],
  ['๔๐', 40],
  ['４０', 40],
  ['\u00a040\u3000', 40],
  ['\u200e4\u200b0\u200f', 40],
  ['37.5', 37.5],
  ['37,5', 37.5],
  ['۳۷٫۵', 37.5],
  ['３７，５', 37.5],
] as const

describe.each(NUMBERS)('%s hours a week', (typed, hoursPerWeek) => {
  test('are understood by the check', async () => {
    expect(await sentToCheck('hours', { 'hours-low': typed })).toEqual({ hoursPerWeek })
  })
  test('are understood by a page of the claim', async () => {
    expect(await sentToClaim('work', work({ 'hoursPerWeek-low': typed }))).toEqual({ periods: [{ hoursPerWeek }] })
  })
  test('are understood by a section of a case', async () => {
    expect(await sentToSection('work', work({ 'hoursPerWeek-low': typed }))).toEqual({ periods: [{ hoursPerWeek }] })
  })
})

const YEARS = ['2021', '٢٠٢١', '۲۰۲۱', '२०२१', '੨੦੨੧', '២០២១', '໒໐໒໑', '๒๐๒๑', '２０２１', '\u202a2021\u202c\u2009', '2\u200c021']

describe.each(YEARS.map(typed => [typed]))('the year %s', typed => {
  test('is understood by the check', async () => {
    expect(await sentToCheck('dates', { 'start-year': typed })).toEqual({ start: '2021' })
  })
  test('is understood by a page of the claim', async () => {
    expect(await sentToClaim('dates', { 'start-year': typed })).toEqual({ start: '2021' })
  })
  test('is understood by a section of a case', async () => {
    expect(await sentToSection('dates', { 'start-year': typed })).toEqual({ start: '2021' })
  })
})

const AMOUNTS = [
  ['1.200,50', 120_050],
  ['1,200.50', 120_050],
  ['1 200,50', 120_050],
  ['1\u202f200,50', 120_050],
  ['$1,200', 120_000],
  ['US$ 1200', 120_000],
  ['1200 dollars', 120_000],
  ['1.200.000 dólares', 120_000_000],
  ['١٬٢٠٠٫٥٠', 120_050],
  ['۱۲۰۰ دلار', 120_000],
  ['१,२००.५०', 120_050],
  ['੧੨੦੦', 120_000],
  ['១២០០', 120_000],
  ['໑໒໐໐', 120_000],
  ['๑๒๐๐', 120_000],
  ['＄１，２００．５０', 120_050],
] as const

describe.each(AMOUNTS)('%s of pay', (typed, paidCents) => {
  test('is understood by a page of the claim', async () => {
    expect(await sentToClaim('work', work({ paidCents: typed }))).toEqual({ periods: [{ paidCents }] })
  })
  test('is understood by a section of a case', async () => {
    expect(await sentToSection('work', work({ paidCents: typed }))).toEqual({ periods: [{ paidCents }] })
  })
})

describe('an amount that could be two things', () => {
  const asked = [expect.stringContaining("We can't tell if the point is for thousands or for cents.")]
  test('is asked about by a page of the claim', async () => {
    expect(await sentToClaim('work', work({ paidCents: '1.200' }))).toEqual(asked)
  })
  test('is asked about by a section of a case', async () => {
    expect(await sentToSection('work', work({ paidCents: '1.200' }))).toEqual(asked)
  })
})

const WORDS = [
  ['story', 'circumstances', 'One.\u000bTwo.\u2028می\u200cخواهم\u00a0۵ \u200b', 'One.\nTwo.\nمی\u200cخواهم ۵'],
  ['names', 'firstName', '\u202bعلی\u200cرضا\u202c\u200f', 'علی\u200cرضا'],
  ['contact', 'phone', '\u202d(٥٥٥)\u00a0٠١٠٠\u202c', '(555) 0100'],
  ['contact', 'email', 'rosa＠example.org\u200b', 'rosa@example.org'],
] as const

describe.each(WORDS)('the words of %s: %s', (page, field, typed, kept) => {
  test('are kept alike by a page of the claim', async () => {
    expect(await sentToClaim(page, { [field]: typed })).toEqual({ [field]: kept })
  })
  test('are kept alike by a section of a case', async () => {
    expect(await sentToSection(page, { [field]: typed })).toEqual({ [field]: kept })
  })
})
