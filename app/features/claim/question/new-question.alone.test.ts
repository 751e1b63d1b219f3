import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ResourceLanguage } from 'i18next'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { loadLanguage } from '#app/i18n/resources.server.ts'
import { claimView } from '#app/packet/render/render-packet.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Question } from '#machines/answers/question.ts'
import type * as Table from '#machines/answers/questions/index.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { answerQuestion } from './answer-question.server.ts'
import { questionView } from './question-view.server.ts'
import { reviewView } from '../review/review-view.server.ts'
import { openWindowOf } from '../testing/window-fixture.ts'

const TODAY = '2026-11-23'
const NEW = 'about-you' as QuestionId
/** Pages that the new one replaces in this test, because each path in the claim file belongs to one page. */
const { REPLACED } = vi.hoisted(() => ({ REPLACED: ['names', 'contact', 'payment-pauses'] }))

vi.mock('#machines/answers/questions/index.ts', async original => {
  const real = await original<typeof Table>()
  const { anyOf, date, orNone, text } = await import('#machines/answers/field.ts')
  const { page } = await import('#machines/answers/page.ts')
  // The whole definition of a new question, beside its sentences.
  const fields = {
    called: text('victim.firstName'),
    born: date('victim.birthDate'),
    times: text('victim.safeTimes'),
    held: orNone(anyOf('paymentPauses', 'pause')),
  }
  const added = {
    id: 'about-you',
    section: 'you',
    fields,
    schema: page(fields),
    appliesWhen: [],
    mayLeaveOpen: true,
    examples: [{ called: 'Rosa' }],
    counterExamples: [{ answer: {}, path: '', error: 'errors:answerOrSkip' }],
  } as const satisfies Question
  const others = real.QUESTIONS.filter(({ id }) => !REPLACED.includes(id))
  const place = others.findIndex(({ section }) => section === 'you')
  const questions = others.toSpliced(place, 0, added as unknown as Question<QuestionId>)
  const table = {
    QUESTIONS: questions,
    QUESTION_IDS: questions.map(({ id }) => id),
    isQuestionId: (id: string) => questions.some(question => question.id === id),
    getQuestion: (id: string) => questions.find(question => question.id === id),
  }
  return { ...real, ...table }
})

const SENTENCES = {
  title: 'Something about you',
  why: 'The form asks for it.',
  help: 'Say what you like.',
  skipped: 'It stays blank.',
  fields: {
    called: { label: 'What people call you' },
    born: { label: 'Your birthday' },
    times: { label: 'Best time to call' },
    held: { label: 'Is one of these true?' },
  },
}

let fixture: Fixture
let services: Services
let session: string

beforeAll(async () => {
  const { questions } = (loadLanguage('en') as ResourceLanguage & { claim: { questions: Record<string, object> } }).claim
  questions[NEW] = SENTENCES
  fixture = await openFixture()
  services = { drafts: fixture.store.drafts } as Services
  const before = Object.fromEntries(Object.entries(SHORTEST_CLAIM).filter(([id]) => !REPLACED.includes(id)))
  session = (await services.drafts.create({ answers: before, language: 'en' })).session
})
afterAll(() => fixture.end())

test('a new question is one file and its sentences: it is asked, saved, reviewed and printed', async () => {
  const visit = await openWindowOf(services, session, TODAY)
  expect(replayClaim(visit.draft.answers, TODAY).position).toBe(NEW)
  const view = questionView(visit, NEW, { fromReview: false, kept: false })
  expect(view).toMatchObject({
    title: 'Something about you',
    fields: [
      { kind: 'text', id: 'called', label: 'What people call you' },
      { kind: 'date', id: 'born', label: 'Your birthday' },
      { kind: 'text', id: 'times' },
      { kind: 'checkbox', id: 'held', options: [{}, {}, {}, { value: 'none' }] },
    ],
  })

  const body = new URLSearchParams({
    intent: 'answer',
    seen: view.seen,
    base: view.base,
    called: 'Rosa\u200b',
    'born-year': '۱۹۹۰',
    times: 'After 5 PM',
    held: 'none',
  })
  const saved = await answerQuestion(services, new Request('http://localhost/', { method: 'POST', body }), visit, NEW)
  expect(saved).toMatchObject({ status: 303 })
  const after = await openWindowOf(services, session, TODAY)
  expect(after.draft.answers[NEW]).toEqual({ value: { called: 'Rosa', born: '1990', times: 'After 5 PM', held: [] } })

  const reviewed = reviewView(after).sections.flatMap(({ questions }) => questions)
  expect(reviewed.find(({ id }) => id === NEW)?.lines.map(({ label, words }) => [label, words])).toEqual([
    ['What people call you', 'Rosa'],
    ['Your birthday', '1990'],
    ['Best time to call', 'After 5 PM'],
    ['Is one of these true?', 'None'],
  ])

  const { mail } = claimView({ claim: assembleClaim(after.draft.answers, TODAY), today: TODAY })
  const rows = mail.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'rows' ? block.rows : [])))
  expect(rows.find(({ paths }) => paths.includes('victim.safeTimes'))?.value).toBe('After 5 PM')
  expect(rows.find(({ paths }) => paths.includes('victim.birthDate'))?.value).toBe('1990')
})
