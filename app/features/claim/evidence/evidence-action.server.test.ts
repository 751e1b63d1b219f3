import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { createCleaner, type CleanAnswer, type Cleaner } from '#app/evidence/clean-process.server.ts'
import { MOST_PAPERS } from '#app/evidence/limits.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { Services } from '#app/services.server.ts'
import { changePapers, type EvidenceOutcome } from './evidence-action.server.ts'
import type { DraftEvent } from '#machines/draft/events.ts'
import { LIFECYCLE_WALKS } from '#machines/draft/lifecycle-walks.ts'
import { evidenceView } from './evidence-view.server.ts'
import { paperRepositoryOf } from './paper-repository.server.ts'
import { requireVisit } from '../visit.server.ts'

const t = getTranslate('en')
const TODAY = '2026-11-23'
const CLEANED: CleanAnswer = { ok: true, file: { format: 'png', pages: 1, bytes: new Uint8Array([1, 2, 3]) } }

let fixture: Fixture
let session: string
let answer: CleanAnswer

beforeEach(async () => {
  fixture = await openFixture()
  session = (await fixture.store.drafts.create({ answers: {}, language: 'en' })).session
  answer = CLEANED
})
afterEach(() => fixture.end())

const services = (more: Partial<Services> = {}): Services => {
  const cleaner: Cleaner = { takeIn: createCleaner().takeIn, clean: () => Promise.resolve(answer) }
  return {
    drafts: fixture.store.drafts,
    exhibits: fixture.store.exhibits,
    cleaner,
    today: () => TODAY,
    training: null,
    ...more,
  } as Services
}

function request(fields: Readonly<Record<string, string>>, bytes: Uint8Array<ArrayBuffer> | null = new Uint8Array([9])): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (bytes) body.append('file', new Blob([bytes]), 'paper.pdf')
  return new Request('http://localhost/claim/evidence', { method: 'POST', body, headers: { Cookie: `${COOKIE_NAMES.draft}=${session}` } })
}

const openPaperRepository = async () => paperRepositoryOf(services(), await requireVisit(services(), request({})))

const post = (
  fields: Readonly<Record<string, string>>,
  options: { bytes?: Uint8Array<ArrayBuffer> | null; more?: Partial<Services> } = {},
) => changePapers(services(options.more), request(fields, options.bytes), 'address')
const add = (title = 'A title') => post({ intent: 'add', kind: 'affidavit', title })

/** The page that came back for a form; throws if the answer leads elsewhere. */
function outcome(result: Response | EvidenceOutcome): EvidenceOutcome {
  if (result instanceof Response) throw new Error(`led to ${result.headers.get('Location')}`)
  return result
}
const location = (result: Response | EvidenceOutcome) => (result instanceof Response ? result.headers.get('Location') : result.view.errors)

describe('attaching a paper', () => {
  test('keeps the paper and leads to the page that says so', async () => {
    expect(location(await add())).toBe('/claim/evidence?done=added')
    expect(await fixture.store.exhibits.list(session)).toMatchObject([{ kind: 'affidavit', title: 'A title', format: 'png' }])
  })

  test('gives back what was written if the file is refused', async () => {
    answer = { ok: false, problem: 'locked' }
    const { view, status } = outcome(await add())
    expect(status).toBe(422)
    expect(view.errors).toEqual([{ fieldId: 'file', message: t('evidence:problem.locked') }])
    expect([view.fields.kind.value, view.fields.title.value]).toEqual(['affidavit', 'A title'])
    expect(await fixture.store.exhibits.list(session)).toEqual([])
  })

  test('opens no file before its words are right, and says that the file may have to be chosen again', async () => {
    const more = { cleaner: { takeIn: createCleaner().takeIn, clean: () => Promise.reject(new Error('opened')) } }
    const { view } = outcome(await post({ intent: 'add', kind: 'passport', title: 'x'.repeat(121) }, { more }))
    expect(view.errors.map(({ fieldId, message }) => [fieldId, message])).toEqual([
      ['kind', t('evidence:problem.kind')],
      ['title', t('evidence:problem.name', { characters: 120 })],
      ['file', t('evidence:problem.again')],
    ])
  })

  test('is refused if there are too many at once, from one address or in one claim', async () => {
    const full: Cleaner = { takeIn: () => Promise.resolve({ ok: false }), clean: () => Promise.resolve(CLEANED) }
    const busy = outcome(await post({ intent: 'add', kind: 'affidavit', title: 'kept' }, { more: { cleaner: full } }))
    expect([busy.status, busy.view.errors[0]?.message, busy.view.fields.title.value]).toEqual([503, t('evidence:problem.busy'), 'kept'])
    const slowed = { ...fixture.store.exhibits, countNew: () => Promise.resolve({ ok: false as const, retryAfterSeconds: 61 }) }
    expect(outcome(await post({ intent: 'add', kind: 'affidavit' }, { more: { exhibits: slowed } })).view.errors[0]?.message).toBe(
      t('evidence:problem.slow-down', { count: 2 }),
    )
    for (let count = 0; count < MOST_PAPERS; count++) await add()
    expect(outcome(await add()).view.errors[0]?.message).toBe(t('evidence:problem.too-many-papers', { papers: MOST_PAPERS }))
  })

  test('says so if no file was chosen or nothing readable arrived', async () => {
    expect(outcome(await post({ intent: 'add', kind: 'other' }, { bytes: null })).view.errors).toEqual([
      { fieldId: 'file', message: t('evidence:problem.none') },
    ])
    const broken = new Request('http://localhost/', {
      method: 'POST',
      body: 'x',
      headers: { 'Content-Type': 'multipart/form-data; boundary=y', Cookie: `${COOKIE_NAMES.draft}=${session}` },
    })
    expect(outcome(await changePapers(services(), broken, 'address')).view.errors[0]?.message).toBe(t('evidence:problem.unreadable'))
  })

  test('refuses an unknown button, and leads away if the session has ended', async () => {
    await expect(post({ intent: 'steal' })).rejects.toMatchObject({ status: 400 })
    await fixture.store.drafts.lock(session)
    expect(location(await add())).toBe('/claim/return')
  })
})

describe('a paper in the list', () => {
  test('is not overwritten unseen if two windows change it; a second press keeps the words of this window', async () => {
    await add('first')
    const [paper] = (await evidenceView(services(), await openPaperRepository())).papers
    const { id, seen } = paper!
    const change = (title: string, from: string) =>
      post({ intent: 'change', id, seen: from, [`kind-${id}`]: 'other', [`title-${id}`]: title }, { bytes: null })
    expect(location(await change('second', seen))).toBe('/claim/evidence?done=changed')
    const { view, status } = outcome(await change('mine', seen))
    expect(status).toBe(409)
    expect(view.errors[0]?.message).toBe(t('evidence:problem.conflict', { saved: `${t('evidence:add.other')}: second` }))
    expect(view.papers[0]).toMatchObject({ open: true, title: 'second', fields: { title: { value: 'mine' } } })
    expect(location(await change('mine', view.papers[0]!.seen))).toBe('/claim/evidence?done=changed')
    expect(location(await change('mine', seen))).toBe('/claim/evidence?done=changed')
  })

  test('is said to be gone if it was taken out elsewhere', async () => {
    expect(location(await post({ intent: 'remove', id: 'nobody' }, { bytes: null }))).toBe('/claim/evidence?done=gone')
    expect(location(await post({ intent: 'up', id: 'nobody' }, { bytes: null }))).toBe('/claim/evidence?done=gone')
  })
})

test('only in training, the page asks for made-up papers', async () => {
  const repository = await openPaperRepository()
  expect((await evidenceView(services(), repository)).training).toBeUndefined()
  expect((await evidenceView(services({ training: { erase: () => Promise.resolve() } }), repository)).training).toBe(
    t('evidence:page.training'),
  )
})

test('the page says what a change would undo, and that changes of a filed claim do not reach the Board', async () => {
  const visit = await requireVisit(services(), request({}))
  const changeLineOf = async (...status: readonly DraftEvent[]) =>
    (await evidenceView(services(), paperRepositoryOf(services(), { ...visit, draft: { ...visit.draft, status } }))).changeLine
  const inReview: DraftEvent = { type: 'SENT_TO_REVIEW', sentOn: '2026-11-01' }
  expect(await changeLineOf()).toBeUndefined()
  expect(await changeLineOf(inReview)).toBe(t('lifecycle:change.review'))
  expect(await changeLineOf(inReview, { type: 'ANSWER_CHANGED' })).toBe(t('lifecycle:sentBack.changed-in-review'))
  expect(await changeLineOf(...LIFECYCLE_WALKS['the long way to the money'].slice(0, 3))).toBe(t('lifecycle:change.filed'))
})
