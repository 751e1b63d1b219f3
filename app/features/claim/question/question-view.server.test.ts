import { describe, expect, test } from 'vitest'
import { OFFERED_LANGUAGES } from '#app/i18n/languages.ts'
import { FILERS } from '#machines/answers/claim-file.ts'
import { getQuestion, QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { WALKERS } from '#machines/claim/flow-walks.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { entryLines } from './answer-words.server.ts'
import { applicablePages, pageAsking } from './claim-page.server.ts'
import { conflictView } from './conflict-view.server.ts'
import type { FieldView } from '#app/forms/field-view.ts'
import { packetPageView } from '../packet/packet-page.server.ts'
import { questionView, type SentForm } from './question-view.server.ts'
import { missingViews, reviewView } from '../review/review-view.server.ts'
import { speechFor } from '../speech.server.ts'
import { tasksView } from '../start/tasks-view.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

const TODAY = '2026-11-23'
const PLAIN = { fromReview: false, kept: false }
const BEFORE = { seen: 'before', base: { phone: ['555'] } }

function visitOf(answers: ClaimAnswers, language: 'en' | 'es' = 'en'): ClaimVisit {
  const draft = {
    draftId: 'd',
    revision: 1,
    answers,
    language,
    status: [],
    authors: {},
    hasPhrase: false,
    deleteAfter: new Date('2027-02-21T12:00:00Z'),
    isHeld: false,
  }
  return { today: TODAY, session: 's', draft, speech: speechFor(language, answers) }
}
const view = (answers: ClaimAnswers, id: QuestionId, sent?: SentForm) => questionView(visitOf(answers), id, PLAIN, sent)
const field = (fields: readonly FieldView[], id: string) => fields.find(each => each.id === id)

test.each<[string, 'en' | 'es', boolean, string]>([
  ['that no group has', 'en', false, 'If you do not open or save this claim again, we delete it on February 21, 2027.'],
  ['that a group has', 'en', true, 'We keep this claim while a group has it, and at least until February 21, 2027.'],
  ['that no group has', 'es', false, 'Si no vuelve a abrir ni a guardar este reclamo, lo borramos el 21 de febrero de 2027.'],
  ['that a group has', 'es', true, 'Guardamos este reclamo mientras lo tiene un grupo, y al menos hasta el 21 de febrero de 2027.'],
])('the list of pages of a claim %s says how long the claim is kept, in %s', (_which, language, isHeld, sentence) => {
  const visit = visitOf({}, language)
  expect(tasksView({ ...visit, draft: { ...visit.draft, isHeld } }).kept).toBe(sentence)
})

describe.each(OFFERED_LANGUAGES.map(({ code }) => code as 'en' | 'es'))('every page in %s', code => {
  test.each(Object.entries(WALKERS))('has its sentences for %s', (_who, answers) => {
    const visit = visitOf(answers, code)
    for (const id of applicablePages(answers, TODAY)) {
      const page = questionView(visit, id, PLAIN)
      for (const text of [page.title, page.why, page.help, page.step]) expect(text, id).toMatch(/\S/)
      expect(page.fields.length, id).toBe(Object.keys(getQuestion(id).fields).length)
      expect(entryLines(id, answers[id], visit).length, id).toBeGreaterThan(0)
    }
    expect(tasksView(visit).tasks.length).toBeGreaterThan(5)
    expect(reviewView(visit).sections.length).toBeGreaterThan(5)
  })

  test.each(FILERS)('names the victim unless the victim fills it in: %s', filer => {
    const speech = speechFor(code, { filer: { value: { filer } } })
    expect(speech.t('claim:questions.kinds.title') === speechFor(code, {}).t('claim:questions.kinds.title')).toBe(filer === 'victim')
  })
})

test('a page shows the saved answer, or the form that was just sent', () => {
  const kept = view(SHORTEST_CLAIM, 'contact')
  expect(field(kept.fields, 'phone')).toMatchObject({ value: '555-0100', label: 'A safe phone number' })
  const sent = view(SHORTEST_CLAIM, 'contact', {
    values: { phone: [' 5 '], email: ['rosa'] },
    problems: [{ field: 'email', key: 'errors:email' }],
    madeFrom: BEFORE,
  })
  expect(field(sent.fields, 'phone')).toMatchObject({ value: '5' })
  expect(field(sent.fields, 'email')).toMatchObject({ value: 'rosa', error: 'Check the e-mail address. It looks like name@example.org.' })
  expect(sent.errors).toEqual([{ fieldId: 'email', message: expect.stringMatching(/^E-mail that no one else can read: Check/) as string }])
  expect([sent.unsaved, kept.unsaved]).toEqual([true, false])
  // This window has not seen what another window saved in the meantime, so its form still says what it was first made from.
  expect([sent.seen, sent.base]).toEqual(['before', '{"phone":["555"]}'])
  expect(JSON.parse(kept.base)).toMatchObject({ phone: ['555-0100'] })
})

test('a problem in a list names its entry', () => {
  const sent = view(SHORTEST_CLAIM, 'work', {
    values: { 'periods.0.kind': ['Sewing'], 'periods.1.to-year': ['20'] },
    problems: [{ field: 'periods.1.to-year', key: 'check:errors.year' }],
    madeFrom: BEFORE,
  })
  expect(sent.errors[0]?.message).toMatch(/^Work 2, End of this work: Write the year/)
})

test('the page about sizes lists the current periods, with the sizes that were answered before', () => {
  const answers: ClaimAnswers = {
    ...SHORTEST_CLAIM,
    work: {
      value: {
        periods: [
          { from: '2018', to: '2018', hoursPerWeek: 10 },
          { from: '2019-01', to: '2019-03', hoursPerWeek: 10, kind: 'Sewing' },
        ],
      },
    },
    'employer-size': {
      value: {
        sizes: [
          { from: '2019-01', to: '2019-03', kind: 'Sewing', employerSize: '1-25' },
          { from: '2001', employerSize: '26+' },
        ],
      },
    },
  }
  const [list] = view(answers, 'employer-size').fields
  const entries = list?.kind === 'list' ? list.entries : []
  expect(entries.map(({ title }) => title)).toEqual(['Work 1: 2018 to 2018', 'Sewing: January 2019 to March 2019'])
  expect(field(entries[0]?.fields ?? [], 'sizes.0.employerSize')).toMatchObject({ chosen: [] })
  expect(field(entries[1]?.fields ?? [], 'sizes.1.employerSize')).toMatchObject({ chosen: ['1-25'] })
})

test('each time of work folds its pay away until something is written or wrong there, and says its hints once', () => {
  const periods = [{ from: '2021' }, { paidCents: 0 }, { hoursPerWeek: { low: 20, high: 30 } }]
  const entriesOf = (sent?: SentForm) => {
    const [list] = view({ ...SHORTEST_CLAIM, work: { value: { periods } } }, 'work', sent).fields
    return list?.kind === 'list' ? list.entries : []
  }
  const entries = entriesOf()
  expect(entries.map(({ fold }) => [fold?.title, fold?.open])).toEqual([false, true, false].map(open => ['Pay for this work', open]))
  expect(entries[0]?.fold?.fields.map(({ kind }) => kind)).toEqual(['group', 'text'])
  const hinted = entries.map(({ fields }) => fields.filter(each => 'hint' in each && each.hint !== undefined).length)
  expect(hinted).toEqual([3, 0, 0])
  // One field takes a range as it is said; a range of two numbers keeps its two fields.
  expect(entries.map(({ fields }) => fields[2]?.kind)).toEqual(['text', 'text', 'group'])

  const wrong = { values: {}, problems: [{ field: 'periods.0.pay-per', key: 'claim:rate.perNeeded' }], madeFrom: BEFORE }
  expect(entriesOf(wrong)[0]?.fold?.open).toBe(true)
})

test('a page does not show a forged value of a hidden field as a date', () => {
  const sent = view(SHORTEST_CLAIM, 'employer-size', {
    values: { 'sizes.0.from': ['2026-02-30'], 'sizes.0.to': ['ongoing'], 'sizes.0.kind': ['Sewing'] },
    problems: [],
    madeFrom: BEFORE,
  })
  const [list] = sent.fields
  expect(list?.kind === 'list' ? list.entries[0]?.title : null).toBe('Sewing: ? to Still going on')
})

test('a page says its place and leads back to the page that opened it', () => {
  expect(view(SHORTEST_CLAIM, 'filer')).toMatchObject({ step: 'To begin · page 1 of 1', back: '/claim/tasks', action: '/claim/q/filer' })
  expect(view(SHORTEST_CLAIM, 'place')).toMatchObject({ step: 'What happened · page 2 of 5', back: '/claim/q/kinds' })
  const fromReview = questionView(visitOf(SHORTEST_CLAIM), 'place', { fromReview: true, kept: false })
  expect(fromReview).toMatchObject({ back: '/claim/review', action: '/claim/q/place?from=review' })
})

test('a page names the answers that are set aside when a change has just closed their pages', () => {
  const closed: ClaimAnswers = { ...SHORTEST_CLAIM, 'guardian-role': { value: { authority: 'guardian' } } }
  expect(questionView(visitOf(closed), 'kinds', { fromReview: false, kept: true }).kept).toEqual([
    'What gives you the right to sign for this person?',
  ])
  expect(view(closed, 'kinds').kept).toEqual([])
})

describe('the list of parts', () => {
  test('says how much is left, and leads to the next open page', () => {
    expect(tasksView(visitOf({}))).toMatchObject({ answered: 0, started: false, done: false, next: '/claim/q/filer' })
    const begun = tasksView(visitOf({ filer: { value: { filer: 'victim' } }, kinds: { left: 'advocate' } }))
    expect(begun).toMatchObject({ answered: 2, started: true, next: '/claim/q/place' })
    expect(begun.minutes % 5).toBe(0)
    expect(begun.tasks.find(({ id }) => id === 'crime')).toMatchObject({
      state: 'in-progress',
      told: '4 pages to go',
      path: '/claim/q/place',
    })
    expect(tasksView(visitOf(SHORTEST_CLAIM))).toMatchObject({ done: true, minutes: 0, next: '/claim/review' })
  })
})

describe('answers in words', () => {
  const words = (id: QuestionId, value: unknown) =>
    entryLines(id, { value }, { speech: speechFor('en', {}), today: TODAY }).map(({ label, words: said }) =>
      label ? `${label}: ${said}` : said,
    )

  test('tell "not answered", "none" and "left to an advocate" apart', () => {
    const speech = speechFor('en', {})
    expect(entryLines('reports', undefined, { speech, today: TODAY })).toEqual([{ words: 'Not answered', open: true }])
    expect(entryLines('reports', { left: 'advocate' }, { speech, today: TODAY })).toEqual([{ words: 'Left for an advocate', open: true }])
    expect(words('reports', { reports: [] })).toEqual(['None'])
    expect(words('representative', { representative: null })).toEqual(['None'])
    expect(words('residence-address', { residenceAddress: null })).toEqual(['No fixed address'])
    expect(words('mailing-address', { mailingAddress: null })).toEqual(['The same as the home address'])
    expect(words('names', { firstName: 'Rosa' })).toContain('Last name: Not answered')
  })

  test('hold everything that was answered', () => {
    expect(words('work', getQuestion('work').examples[0])).toEqual([
      'Start of this work: March 2021; End of this work: November 2022; 60 hours a week; Cleaning houses; All the pay you got for this time: $1,200',
    ])
    expect(words('work', getQuestion('work').examples[1])).toEqual([
      'Start of this work: 2021; End of this work: Still going on; 30 to 45.5 hours a week',
    ])
    expect(words('work', getQuestion('work').examples[3])).toEqual([
      'Start of this work: March 2021; End of this work: November 2022; 72 hours a week; Pay, as you know it: $5 an hour; All the pay you got for this time: $32,914',
    ])
    expect(words('residence-address', getQuestion('residence-address').examples[0])).toEqual([
      '1 Example Street, 2, Example City, CA 00000',
    ])
    expect(words('evidence', { evidence: ['police_report', 'medical_records'] })).toEqual(['Police report; Medical records'])
    expect(words('signing', { calculationSheet: false })).toEqual(['Mail the page that shows how it adds up?: No'])
  })
})

test('a page asks for everything that can be missing', () => {
  for (const filer of FILERS) {
    for (const { words, path } of missingViews(
      visitOf({ filer: { value: { filer } }, work: { value: { periods: [{ kind: 'Sewing' }] } } }),
    )) {
      expect(path, words).toMatch(/^\/claim\/q\/[a-z-]+\?from=review$/)
    }
  }
  expect(pageAsking('work.0.from')).toBe('work')
  expect(pageAsking('victim.mailingAddress')).toBe('mailing-address')
  expect(pageAsking('nowhere')).toBeUndefined()
  expect(QUESTIONS.every(({ id, fields }) => Object.values(fields).every(({ path }) => pageAsking(path) === id))).toBe(true)
})

test('every page on which a person can change the claim says what a change would undo', () => {
  const inReview = {
    ...visitOf(SHORTEST_CLAIM),
    draft: { ...visitOf(SHORTEST_CLAIM).draft, status: [{ type: 'SENT_TO_REVIEW', sentOn: TODAY } as const] },
  }
  const line = 'This claim is in review. If you change something here, the review starts again.'
  const skips = { kind: 'leaves', left: { left: 'skipped' }, intent: 'skip', saved: {} } as const
  const pages = [
    questionView(inReview, 'contact', PLAIN),
    conflictView(inReview, 'contact', PLAIN, skips),
    tasksView(inReview),
    reviewView(inReview),
  ]
  expect(pages.map(page => page.changeLine)).toEqual([line, line, line, line])
  expect([view(SHORTEST_CLAIM, 'contact').changeLine, tasksView(visitOf(SHORTEST_CLAIM)).changeLine]).toEqual([undefined, undefined])
})

test('pages warn a person without a phrase from three answered pages on', () => {
  const entries = Object.entries(SHORTEST_CLAIM)
  const answered = (pages: number, hasPhrase = false): ClaimVisit => {
    const visit = visitOf(Object.fromEntries(entries.slice(0, pages)))
    return { ...visit, draft: { ...visit.draft, hasPhrase } }
  }
  const told = (visit: ClaimVisit) => [
    questionView(visit, 'filer', PLAIN).noWords?.text.match(/\d+/)?.[0] ?? null,
    reviewView(visit).noWords?.text.match(/\d+/)?.[0] ?? null,
    packetPageView(visit).noWords?.text.match(/\d+/)?.[0] ?? null,
  ]
  expect(told(answered(2))).toEqual([null, null, null])
  expect(told(answered(3))).toEqual(['20', '20', '20'])
  expect(told(answered(entries.length))).toEqual(['20', '20', '20'])
  expect(told(answered(entries.length, true))).toEqual([null, null, null])
})
