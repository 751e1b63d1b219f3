import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { sentences } from './check-walk.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { caseContents, makeStrangers } from './strangers.ts'

/** All routes below `/work`. They are read from the folder of routes, so that a new page is tried too. */
const ROUTES = readdirSync('app/routes')
  .filter(name => name.startsWith('work.'))
  .map(name => name.replace(/\.tsx?$/, ''))

/** A value for each variable part of an address. A new variable part must be added here. */
const SAMPLES: Readonly<Record<string, string>> = { $number: '1', $section: 'crime', $part: 'mail' }

/** The address of a route. */
function addressOf(route: string): string {
  const parts = route.split('.').filter(part => part !== '_index' && !part.startsWith('_'))
  return `/${parts.map(part => (part.startsWith('$') ? (SAMPLES[part] ?? fail(part)) : part.replace(/_$/, ''))).join('/')}`
}

const fail = (part: string): never => {
  throw new Error(`say in this test what stands for ${part}`)
}

const CASE_ADDRESSES = [...new Set(ROUTES.filter(route => route.startsWith('work.cases.$number')).map(addressOf))].sort()

/** Forms that a page of a case may accept. A stranger who guesses tries them all. */
const GUESSES: readonly Record<string, string>[] = [
  {},
  { intent: 'save' },
  { intent: 'remove', id: '1' },
  { intent: 'APPROVED', day: '2026-01-02' },
  { intent: 'answer', circumstances: 'changed' },
  { label: 'changed' },
]

// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

let office: Office
/** Cookies of people for whom the case is out of scope. */
let strangers: Readonly<Record<string, string>> = {}

test.beforeAll(async () => {
  office = await openOffice(async (casework, people) => {
    const owner = people.owner.actor
    await casework.cases.create(owner, { language: 'en', about: { label: 'K-1', otherSide: [] }, answers: exampleAnswers('rosa-alone') })
    strangers = await makeStrangers(casework, people)
  })
})
test.afterAll(() => office.stop())

const request = (address: string, cookie: string | null, form?: Record<string, string>) =>
  fetch(office.origin + address, {
    redirect: 'manual',
    headers: { ...(cookie !== null && { Cookie: `${COOKIE_NAMES.staff}=${cookie}` }), Origin: office.origin },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })

const SIGNED_OUT = sentences('en')('claim:notSaved.signedOut')

/**
 * Expects what every stranger to a case gets: an answer as if there were no case, the sign-in page, or, without a session, the
 * stranger's own words back.
 */
async function expectClosed(response: Response, who: string, address: string): Promise<void> {
  const what = `${who}, ${address}`
  if (response.status === 303) expect(response.headers.get('location'), what).toBe('/work/sign-in')
  else if (response.status === 403) expect(await response.clone().text(), what).toContain(SIGNED_OUT)
  // An address that cannot be decoded is refused before any permission is checked.
  else expect(address.includes('%00') ? [400] : [404, 405], what).toContain(response.status)
  const body = await response.text()
  for (const word of ['Rosa', 'K-1']) expect(body.includes(word), `${what} shows ${word}`).toBe(false)
}

test('a member with permission opens every page of a case', async () => {
  expect(CASE_ADDRESSES.length).toBeGreaterThan(0)
  for (const address of CASE_ADDRESSES) {
    const { status, headers } = await request(address, office.people.owner.cookie)
    // A page may redirect to another page of the same case. An address that only accepts forms answers 405.
    if (status === 303) expect(headers.get('location'), address).toMatch(/^\/work\/cases\/1\//)
    else expect([200, 405], address).toContain(status)
  }
})

test('no page of a case opens for a stranger, and nothing that a stranger sends changes the case', async () => {
  const before = caseContents(office)
  for (const address of CASE_ADDRESSES) {
    for (const [who, cookie] of [...Object.entries(strangers), ['nobody', null] as const]) {
      await expectClosed(await request(address, cookie), who, address)
      for (const guess of GUESSES) await expectClosed(await request(address, cookie, guess), who, address)
    }
  }
  expect(caseContents(office)).toBe(before)
})

test('the number of another case opens nothing, and neither does a wrong number', async () => {
  for (const address of CASE_ADDRESSES) {
    for (const guess of ['2', '0', '-1', '1e0', '01', '1%00', '999999999', "1'--", '%20']) {
      const tried = address.replace('/cases/1', `/cases/${guess}`)
      await expectClosed(await request(tried, office.people.owner.cookie), 'the owner', tried)
    }
  }
})

test('the record has the creation of the case', () => {
  const kinds = office.inDatabase(database => database.prepare('SELECT DISTINCT "kind" FROM "CaseRecord"').pluck().all())
  expect(kinds).toContain('case.created')
})
