import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { createCheckSession } from '#app/security/check-session.server.ts'
import type { Services } from '#app/services.server.ts'
import { startClaim, TAKE_OVER } from './start-claim.server.ts'

let fixture: Fixture
let services: Services

beforeEach(async () => {
  fixture = await openFixture()
  services = {
    drafts: fixture.store.drafts,
    checkSession: createCheckSession(fixture.store.keyFor('check-session'), () => fixture.time),
    today: () => '2026-11-23',
  } as unknown as Services
})
afterEach(() => fixture.end())

const post = (fields: Record<string, string>) =>
  new Request('http://localhost/claim', { method: 'POST', body: new URLSearchParams(fields) })
const drafts = () => fixture.rows('SELECT id FROM "Draft"')

test('a start makes a claim and opens it', async () => {
  const result = await startClaim(services, post({}), 'a')
  expect(result instanceof Response && result.headers.get('Location')).toBe('/claim/q/filer?begun')
  expect(await drafts()).toHaveLength(1)
})

test('a start after too many others makes no claim, says how long to wait, and keeps the choice', async () => {
  services = { ...services, drafts: { ...services.drafts, countNew: () => Promise.resolve({ ok: false, retryAfterSeconds: 61 }) } }
  expect(await startClaim(services, post({ [TAKE_OVER]: 'on' }), 'a')).toEqual({ minutes: 2, takesOver: true })
  expect(await startClaim(services, post({}), 'a')).toEqual({ minutes: 2, takesOver: false })
  expect(await drafts()).toEqual([])
})
