import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import type { Services } from '#app/services.server.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers, Entry } from '#machines/claim/answers.ts'
import { answerQuestion, type QuestionOutcome } from './answer-question.server.ts'
import type { ConflictView } from './conflict-view.server.ts'
import { questionView } from './question-view.server.ts'
import { openWindowOf } from '../testing/window-fixture.ts'

const TODAY = '2026-11-23'
const PLAIN = { fromReview: false, kept: false }
const CONTACT = { phone: '555-0100', email: 'rosa@example.org' }

type Sent = Readonly<Record<string, string | readonly string[]>>

let fixture: Fixture
let services: Services
let session: string

beforeEach(async () => {
  fixture = await openFixture()
  services = { drafts: fixture.store.drafts } as Services
  session = (
    await services.drafts.create({ answers: { filer: { value: { filer: 'victim' } }, contact: { value: CONTACT } }, language: 'en' })
  ).session
})
afterEach(() => fixture.end())

const openWindow = () => openWindowOf(services, session, TODAY)
const storedEntry = async (page: QuestionId): Promise<Entry | undefined> => (await openWindow()).draft.answers[page]

async function store(changed: ClaimAnswers): Promise<void> {
  const { draft } = await openWindow()
  await services.drafts.save(session, draft.revision, { answers: { ...draft.answers, ...changed }, language: 'en' })
}

/** Opens the form of a page in a window. The function that it returns fills the form in and sends it later. */
async function openForm(page: QuestionId): Promise<(written: Sent) => Promise<Response | QuestionOutcome>> {
  const { seen, base } = questionView(await openWindow(), page, PLAIN)
  return written => post(page, { intent: 'answer', seen, base, ...written })
}

async function post(page: QuestionId, sent: Sent): Promise<Response | QuestionOutcome> {
  const body = new URLSearchParams(
    Object.entries(sent).flatMap(([name, texts]) => [texts].flat().map(text => [name, text] as [string, string])),
  )
  return answerQuestion(services, new Request(`http://claims.test/claim/q/${page}`, { method: 'POST', body }), await openWindow(), page)
}

const ledTo = (result: Response | QuestionOutcome) => (result instanceof Response ? result.headers.get('Location') : result.kind)

function asked(result: Response | QuestionOutcome): ConflictView {
  if (result instanceof Response || result.kind !== 'conflict') throw new Error('no conflict page')
  return result.view
}

/** Presses a button of the conflict page, with the choices made on it. */
function press(page: QuestionId, { fields }: ConflictView, intent: string, choices: Sent = {}): Promise<Response | QuestionOutcome> {
  const hidden: Record<string, string[]> = {}
  for (const [name, value] of fields) (hidden[name] ??= []).push(value)
  return post(page, { ...hidden, ...choices, intent })
}

/** The conflict after two windows changed the same two fields. */
async function bothChanged(): Promise<ConflictView> {
  const send = await openForm('contact')
  await store({ contact: { value: { phone: '555-0111', email: 'other@example.org' } } })
  const result = await send({ phone: '555-0122', email: 'mine@example.org' })
  expect(result).toMatchObject({ kind: 'conflict', status: 409 })
  return asked(result)
}

describe('a page that was changed in two windows', () => {
  test('is saved without a question if each window changed another field', async () => {
    const send = await openForm('contact')
    await store({ contact: { value: { ...CONTACT, phone: '555-0111' } } })
    expect(ledTo(await send({ phone: CONTACT.phone, email: 'mine@example.org' }))).toBe('/claim/q/safe-at-home')
    expect(await storedEntry('contact')).toEqual({ value: { phone: '555-0111', email: 'mine@example.org' } })
  })

  test('asks only about the field that both changed, and keeps the other changes of both', async () => {
    await store({ names: { value: { firstName: 'Rosa', middleName: 'I.', lastName: 'Ejemplo' } } })
    const send = await openForm('names')
    await store({ names: { value: { firstName: 'Rosita', middleName: 'J.', lastName: 'Ejemplo' } } })
    const view = asked(await send({ firstName: 'Rosalinda', middleName: 'I.', lastName: 'Muestra' }))
    expect(view.only?.map(({ lines, intent }) => ({ lines, intent }))).toEqual([
      { lines: [{ label: 'First name', words: 'Rosalinda' }], intent: 'keep-mine' },
      { lines: [{ label: 'First name', words: 'Rosita' }], intent: 'keep-saved' },
    ])
    // What Enter sends decides nothing by itself.
    expect(await press('names', view, 'answer')).toMatchObject({ kind: 'conflict', status: 422 })
    expect(await storedEntry('names')).toEqual({ value: { firstName: 'Rosita', middleName: 'J.', lastName: 'Ejemplo' } })
    expect(ledTo(await press('names', view, 'keep-saved'))).toBe('/claim/q/contact')
    expect(await storedEntry('names')).toEqual({ value: { firstName: 'Rosita', middleName: 'J.', lastName: 'Muestra' } })
  })

  test.each([
    ['keep-mine', {}, { phone: '555-0122', email: 'mine@example.org' }],
    ['keep-saved', {}, { phone: '555-0111', email: 'other@example.org' }],
    ['answer', { 'keep.phone': 'saved', 'keep.email': 'mine' }, { phone: '555-0111', email: 'mine@example.org' }],
  ] as const)('keeps what the button %s says', async (intent, choices, kept) => {
    const view = await bothChanged()
    expect(await storedEntry('contact')).toEqual({ value: { phone: '555-0111', email: 'other@example.org' } })
    expect(ledTo(await press('contact', view, intent, choices))).toBe('/claim/q/safe-at-home')
    expect(await storedEntry('contact')).toEqual({ value: kept })
  })

  test('asks again for a missing choice, and keeps the choices that were made', async () => {
    const again = await press('contact', await bothChanged(), 'answer', { 'keep.email': 'mine' })
    expect(again).toMatchObject({ kind: 'conflict', status: 422 })
    const view = asked(again)
    expect(view.asked.map(({ name, chosen, error }) => [name, chosen, error])).toEqual([
      ['keep.phone', [], 'Choose which one to keep.'],
      ['keep.email', ['mine'], undefined],
    ])
    expect(view.errors).toEqual([{ fieldId: 'keep.phone', message: expect.stringContaining('Choose which one to keep.') as string }])
    await press('contact', view, 'answer', { 'keep.phone': 'mine', 'keep.email': 'saved' })
    expect(await storedEntry('contact')).toEqual({ value: { phone: '555-0122', email: 'other@example.org' } })
  })

  test('is shown again with this window’s words if the saved answer changed once more', async () => {
    const view = await bothChanged()
    await store({ contact: { value: { phone: '555-0133', email: 'other@example.org' } } })
    const again = asked(await press('contact', view, 'keep-saved'))
    expect(again.only?.map(({ lines }) => lines[0]?.words)).toEqual(['555-0122', '555-0133'])
    await press('contact', again, 'keep-mine')
    expect(await storedEntry('contact')).toEqual({ value: { phone: '555-0122', email: 'other@example.org' } })
  })

  test('is asked about also after a mistake was corrected', async () => {
    const send = await openForm('contact')
    await store({ contact: { value: { ...CONTACT, email: 'other@example.org' } } })
    const wrong = await send({ phone: CONTACT.phone, email: 'mine' })
    if (wrong instanceof Response || wrong.kind !== 'page') throw new Error('no page with a mistake')
    expect(wrong.status).toBe(422)
    const { seen, base } = wrong.view
    expect(
      asked(await post('contact', { intent: 'answer', seen, base, phone: CONTACT.phone, email: 'mine@example.org' })).only?.map(
        ({ lines }) => lines[0]?.words,
      ),
    ).toEqual(['mine@example.org', 'other@example.org'])
    expect(await storedEntry('contact')).toEqual({ value: { ...CONTACT, email: 'other@example.org' } })
  })

  test('asks about a list as a whole, with a line for each entry', async () => {
    const send = await openForm('work')
    await store({
      work: {
        value: {
          periods: [
            { from: '2020', to: '2020', kind: 'Sewing' },
            { from: '2021', to: '2021', kind: 'Cleaning' },
          ],
        },
      },
    })
    const view = asked(await send({ 'periods.0.from-year': '2019', 'periods.0.to-year': '2020', 'periods.0.kind': 'Farm' }))
    const [mine, saved] = (view.only ?? []).map(({ lines }) => lines.map(({ words }) => words))
    expect(mine).toEqual([expect.stringContaining('Farm')])
    expect(saved).toEqual([expect.stringContaining('Sewing'), expect.stringContaining('Cleaning')])
  })

  test.each([
    ['skip', { left: 'skipped' }],
    ['keep-saved', { value: { ...CONTACT, phone: '555-0111' } }],
  ] as const)('asks before it leaves out an answer of the other window, and does what %s says', async (intent, kept) => {
    const send = await openForm('contact')
    await store({ contact: { value: { ...CONTACT, phone: '555-0111' } } })
    const view = asked(await send({ intent: 'skip' }))
    expect(view.only?.[0].intent).toBe('skip')
    expect(view.only?.[1].lines.map(({ words }) => words)).toEqual(expect.arrayContaining(['555-0111', CONTACT.email]))
    expect(ledTo(await press('contact', view, intent))).toBe('/claim/q/safe-at-home')
    expect(await storedEntry('contact')).toEqual(kept)
  })

  test('takes the answer if the other window skipped the page, and asks if the form does not say what it was made from', async () => {
    await store({ place: { left: 'skipped' } })
    const send = await openForm('place')
    await store({ place: { left: 'advocate' } })
    await send({ 'places.0': 'Fresno' })
    expect(await storedEntry('place')).toEqual({ value: { places: ['Fresno'] } })
    for (const base of ['null', '[1]', '{"phone":7}', 'not JSON']) {
      expect(
        asked(await post('contact', { intent: 'answer', seen: fingerprint('other'), base, phone: '555-0199' })).only?.map(
          ({ lines }) => lines[0]?.words,
        ),
        base,
      ).toEqual(['555-0199', CONTACT.phone])
    }
  })
})

describe('a form that no page of ours sends', () => {
  const STORY = { circumstances: 'An invented story.' }
  const storedAll = async () => (await openWindow()).draft

  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'steal', 'add:circumstances'])(
    'leaves the story as it is for the button %s, also with the right fingerprint, and gives back what was written',
    async intent => {
      await store({ story: { value: STORY } })
      const send = await openForm('story')
      const result = await send({ intent, circumstances: 'Other words.' })
      expect(result).toMatchObject({ kind: 'page', status: 400, view: { fields: [{ value: 'Other words.' }], errors: [] } })
      expect(await storedEntry('story')).toEqual({ value: STORY })
    },
  )

  test.each(['toString', '__proto__', 'constructor'])(
    'changes nothing by a choice about the field %s, or by a base that names it',
    async field => {
      await store({ contact: { value: { ...CONTACT, phone: '555-0111' } } })
      const before = await storedAll()
      const base = `{"${field}":["x"]}`
      expect(await post('contact', { intent: 'answer', seen: 'x', base, asked: field, phone: '555-0122' })).toMatchObject({
        kind: 'conflict',
      })
      await expect(post('contact', { [field]: 'x' })).rejects.toMatchObject({ status: 400 })
      expect((await storedAll()).revision).toBe(before.revision)
    },
  )

  test('is refused before its answer is read if a list has a thousand entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`periods.${index}.kind`, 'Sewing']))
    const before = await storedAll()
    await expect(post('work', { intent: 'answer', ...entries })).rejects.toMatchObject({ status: 413 })
    expect((await storedAll()).revision).toBe(before.revision)
  })

  test('comes back with all its entries if a list has one entry too many', async () => {
    const entries = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`periods.${index}.kind`, `Sewing ${index}`]))
    const send = await openForm('work')
    const result = await send(entries)
    expect(result).toMatchObject({
      kind: 'page',
      status: 422,
      view: { errors: [{ message: 'Work 1, Start of this work: There is room for 50 entries here. Please combine some of them.' }] },
    })
    expect(JSON.stringify(result)).toContain('Sewing 50')
  })

  test.each(['2019-99-99', '2019-02-30', 'toString', '-1', '9'.repeat(50)])(
    'is refused on the page for the forged date %s of a period',
    async date => {
      const result = await post('employer-size', {
        intent: 'answer',
        'sizes.0.from': date,
        'sizes.0.to': date,
        'sizes.0.employerSize': 'small',
      })
      expect(result).toMatchObject({ kind: 'page', status: 422 })
      expect(await storedEntry('employer-size')).toBeUndefined()
    },
  )
})

describe('figures that were worked out from what was typed', () => {
  const typed = { 'periods.0.kind': 'Sewing', 'periods.0.hoursPerWeek-low': '12 x 6' }

  test('come back once as sentences, and are saved when they are sent again', async () => {
    const send = await openForm('work')
    const first = await send(typed)
    if (first instanceof Response || first.kind !== 'page') throw new Error('no page')
    expect(first.status).toBe(200)
    expect(first.view.understood.notice?.lines).toEqual([
      { fieldId: 'periods.0.hoursPerWeek-low', message: 'Work 1, Hours in a week: We read this as 72 hours a week.' },
    ])
    expect(await storedEntry('work')).toBeUndefined()
    const { shown } = first.view.understood
    expect(await send({ ...typed, 'periods.0.hoursPerWeek-low': '12 x 5', shown })).toMatchObject({ kind: 'page', status: 200 })
    expect(ledTo(await send({ ...typed, shown }))).toMatch(/^\/claim\/q\//)
    expect(await storedEntry('work')).toEqual({ value: { periods: [{ kind: 'Sewing', hoursPerWeek: 72 }] } })
  })

  test('are shown beside another thing to correct, and then not once more', async () => {
    const send = await openForm('work')
    const first = await send({ ...typed, 'periods.0.from-month': '03' })
    if (first instanceof Response || first.kind !== 'page') throw new Error('no page')
    expect(first).toMatchObject({ status: 422, view: { understood: { notice: undefined } } })
    expect(ledTo(await send({ ...typed, shown: first.view.understood.shown }))).toMatch(/^\/claim\/q\//)
  })
})
