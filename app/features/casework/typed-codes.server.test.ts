import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSharedReads, type StaffContext } from '#app/auth/visit.server.ts'
import { codeAt, makeOwner, TEST_PASSWORD } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { changeList } from '#app/features/caseload/list.server.ts'
import { changeRetention } from '#app/features/records/retention.server.ts'
import { changeShares } from '#app/features/sharing/share-action.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { readSent } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { idleMinutes } from './form-texts.server.ts'
import { signIn } from './sign-in.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Awaited<ReturnType<typeof makeOwner>>

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
})
afterEach(() => fixture.end())

const services = () => ({ casework, drafts: fixture.store.drafts, today: () => '2026-11-23', training: null }) as unknown as Services
const context = (): StaffContext => ({ services: services(), reads: createSharedReads() })

const post = (fields: Readonly<Record<string, string>>, cookie = `${COOKIE_NAMES.staff}=${owner.session}`) =>
  new Request('http://localhost:3000/work', { method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(fields) })

/** The digits as another keyboard writes them, with the marks and spaces that come along when a person pastes a number. */
const typed = (digits: string, zero: number) => `\u200e${digits.replace(/\d/g, digit => String.fromCodePoint(zero + Number(digit)))}\u00a0`
const FARSI = 0x6f0
const ZEROS = [
  ['Arabic-Indic', 0x660],
  ['Farsi', FARSI],
  ['Devanagari', 0x966],
  ['Gurmukhi', 0xa66],
  ['Thai', 0xe50],
  ['Lao', 0xed0],
  ['Khmer', 0x17e0],
  ['full-width', 0xff10],
] as const

test.each(ZEROS)('a sign-in understands its six digits in %s digits', async (_, zero) => {
  fixture.time += 60_000
  const code = codeAt(owner.codeSecret, fixture.time)
  const spaced = `${typed(code.slice(0, 3), zero)} ${typed(code.slice(3), zero)}`
  const signedIn = await signIn(services(), post({ login: 'owner', password: TEST_PASSWORD, code: spaced }, ''), 'address')
  expect(signedIn).toMatchObject({ status: 303 })
})

test.each(ZEROS)('a search finds a telephone number in %s digits', async (_, zero) => {
  const about = { label: '', otherSide: [] }
  const { number } = await casework.cases.create(actorOf(owner.member), { language: 'en', about })
  await casework.cases.create(actorOf(owner.member), { language: 'en', about })
  const found = await casework.cases.find(actorOf(owner.member), number)
  if (!found.ok) throw new Error('no case')
  const contact = { value: { phone: '(213) 555-0120' } }
  await casework.cases.save(actorOf(owner.member), number, found.value.revision, { answers: { contact } })
  const view = await changeList(context(), post({ intent: 'search', search: `${typed('213', zero)}${typed('5550120', zero)}` }))
  expect(view).toMatchObject({ rows: [{ number }] })
})

test('the settings understand numbers in any digits', async () => {
  const read = async (idle: string) => readSent(await readSentForm(post({ idle }), SMALL_FORM), { idle: idleMinutes })
  expect([await read('۳۰'), await read('៣០')]).toEqual([
    { values: { idle: 30 }, problems: [] },
    { values: { idle: 30 }, problems: [] },
  ])
  expect(await read('۳۰۰۰')).toMatchObject({ problems: [{ field: 'idle' }] })
  expect(await changeRetention(context(), post({ intent: 'months', months: '۲۴' }))).toMatchObject({ status: 303 })
  expect(await casework.retention.months(owner.organization.id)).toBe(24)
})

test('the sharing page understands a code in any digits', async () => {
  const { session } = await fixture.store.drafts.create({ answers: {}, language: 'en' })
  const { code } = await casework.makeShareCode(actorOf(owner.member))
  const written = code.replace(/\d/g, digit => String.fromCodePoint(FARSI + Number(digit)))
  const cookie = `${COOKIE_NAMES.draft}=${session}`
  expect(await changeShares(services(), post({ intent: 'code', code: `\u200f${written}` }, cookie), 'address')).toMatchObject({
    kind: 'confirm',
  })
})
