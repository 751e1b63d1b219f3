import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import { saveEntry } from './save-entry.server.ts'
import { openWindowOf } from '../testing/window-fixture.ts'

const TODAY = '2026-11-23'
const NOTHING = fingerprint(undefined)
const NAMES: Entry = { value: { firstName: 'Rosa' } }
const KINDS: Entry = { value: { kinds: ['labor'] } }

let fixture: Fixture
let services: Services
let session: string

beforeEach(async () => {
  fixture = await openFixture()
  services = { drafts: fixture.store.drafts } as Services
  const made = await services.drafts.create({ answers: { filer: { value: { filer: 'victim' } } }, language: 'en' })
  session = made.session
})
afterEach(() => fixture.end())

const openWindow = () => openWindowOf(services, session, TODAY)
const stored = async (): Promise<ClaimAnswers> => (await openWindow()).draft.answers

describe('saving the entry of one page', () => {
  test('stores it and says which page comes next', async () => {
    const result = await saveEntry(services, await openWindow(), 'kinds', KINDS, NOTHING)
    expect(result).toMatchObject({ saved: 'yes', next: 'place', answers: { kinds: KINDS } })
    expect(await stored()).toMatchObject({ kinds: KINDS })
  })

  test('is no conflict with a save of another page in the meantime', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    await saveEntry(services, one, 'kinds', KINDS, NOTHING)
    expect(await saveEntry(services, other, 'names', NAMES, NOTHING)).toMatchObject({ saved: 'yes' })
    expect(await stored()).toMatchObject({ kinds: KINDS, names: NAMES })
  })

  test('is a conflict and writes nothing if the same page was changed', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    await saveEntry(services, one, 'names', NAMES, NOTHING)
    const changed: Entry = { value: { firstName: 'Rosalinda' } }
    expect(await saveEntry(services, other, 'names', changed, NOTHING)).toMatchObject({ saved: 'conflict', answers: { names: NAMES } })
    expect(await stored()).toMatchObject({ names: NAMES })
    // The same form is saved if it was made from the saved answer.
    expect(await saveEntry(services, await openWindow(), 'names', changed, fingerprint(NAMES))).toMatchObject({ saved: 'yes' })
    expect(await stored()).toMatchObject({ names: changed })
  })

  test('is no conflict if both windows wrote the same', async () => {
    const [one, other] = [await openWindow(), await openWindow()]
    await saveEntry(services, one, 'names', NAMES, NOTHING)
    expect(await saveEntry(services, other, 'names', NAMES, NOTHING)).toMatchObject({ saved: 'yes' })
  })

  test('writes nothing on a page that does not apply, or if the caller refuses the step', async () => {
    const window = await openWindow()
    expect(await saveEntry(services, window, 'guardian-role', { left: 'skipped' }, NOTHING)).toEqual({ saved: 'no' })
    expect(await saveEntry(services, window, 'filer', { left: 'skipped' }, fingerprint(window.draft.answers.filer))).toEqual({
      saved: 'no',
    })
    expect(await saveEntry(services, window, 'names', NAMES, NOTHING, () => false)).toEqual({ saved: 'no' })
    expect((await openWindow()).draft.revision).toBe(window.draft.revision)
  })

  test('leads away if the session has ended', async () => {
    const window = await openWindow()
    await services.drafts.lock(session)
    const failure: unknown = await saveEntry(services, window, 'names', NAMES, NOTHING).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Response)
    expect((failure as Response).headers.get('Location')).toBe('/claim/return')
  })
})
