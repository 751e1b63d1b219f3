import { describe, expect, test } from 'vitest'
import type { ApplicabilityRule } from '#machines/answers/rule-names.ts'
import { QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { reviewView } from '../review/review-view.server.ts'
import { speechFor } from '../speech.server.ts'
import { tasksView } from '../start/tasks-view.server.ts'
import type { ClaimVisit } from '../visit.server.ts'
import { questionView } from './question-view.server.ts'

type Filer = 'victim' | 'parent-or-guardian' | 'family-member' | 'advocate' | 'attorney'

function visitOf(filer: Filer, language: 'en' | 'es'): ClaimVisit {
  const answers = { filer: { value: { filer } } }
  const draft = { draftId: 'd', answers, status: [], authors: {}, hasPhrase: true, deleteAfter: new Date('2027-02-21'), isHeld: false }
  return { today: '2026-11-23', session: 's', draft, speech: speechFor(language, answers) } as unknown as ClaimVisit
}

const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []

/** Every text of a question's page about the question itself, for a voice. */
function textsOf(id: QuestionId, filer: Filer, language: 'en' | 'es' = 'en'): string[] {
  const {
    title,
    why,
    help,
    points,
    skipped = '',
    toAdvocate,
    fields,
  } = questionView(visitOf(filer, language), id, { fromReview: false, kept: false })
  return [title, why, help, ...points, skipped, toAdvocate, ...strings(fields)]
}

const NOT_ASKED: Readonly<Record<Filer, readonly ApplicabilityRule[]>> = {
  victim: ['the filer is a parent or guardian', 'the filer is a family member'],
  'parent-or-guardian': ['the filer is a family member'],
  'family-member': ['the filer is a parent or guardian', 'the claim is for the victim'],
  advocate: ['the filer is a parent or guardian', 'the filer is a family member'],
  attorney: ['the filer is a parent or guardian', 'the filer is a family member'],
}
/** The pages that are asked of a voice after it is known. */
const askedOf = (filer: Filer) =>
  QUESTIONS.filter(({ id, appliesWhen }) => id !== 'filer' && !appliesWhen.some(rule => NOT_ASKED[filer].includes(rule))).map(
    ({ id }) => id,
  )

/** What "you" may do or have when another person than the victim fills the claim in: it is about filling in, asking and mailing. */
const FILLING_IN = [
  'the person you (help|sign for)',
  'you (can|may|will find|choose|do not need|do not have to|never have to|mail|know|want|write|gave one|can get|have or can get)',
  'you (do not know|do not have it|have them|have none|are not sure)',
  '(tell|tells|show) you (what|how|the best time|a low)|the sum we show you',
  'you can call',
  'best as you can|best you can',
  'your (best guess|answer may change|choice)',
  'for you to check',
]
const SIGNING = [
  'you(,| will| still)? sign\\b',
  'that you sign|before you print and sign|signs before you|helps you, (the|sign)|sign or file for you',
  'your (right to sign|own language|helper)',
  'right to sign|person you trust|helper you choose|reach you\\.|It can be your own',
  'About you, the person who signs|What gives you|you read best',
  'help you (with this claim|find)|with you\\.|No one helps me|person I choose|My advocate|Your own statement',
]
const ASKING = [
  'you, the family member|which you are|What you are|for you\\.|If you list work|costs you had|you had, or|you will have|treats you|your doctor',
  'Did it cost you|Do you need|true for you|If you have just one name|you were made to do what you were charged with',
]
const HELPING = ['If it is you, give your own']

const OF_VOICE: Readonly<Record<Exclude<Filer, 'victim'>, readonly string[]>> = {
  'parent-or-guardian': [...FILLING_IN, ...SIGNING],
  'family-member': [...FILLING_IN, ...SIGNING, ...ASKING],
  advocate: [...FILLING_IN, ...HELPING],
  attorney: [...FILLING_IN, ...HELPING],
}

/** Sentences in which "you" is not what the voice's own sentences call so. */
function ofAnotherVoice(texts: readonly string[], allowed: readonly string[]): string[] {
  const known = new RegExp(allowed.join('|'), 'gi')
  // An example of what the person would say, and what is printed in quotation marks, are not addressed to anybody.
  const sentences = texts.flatMap(text => text.split(/(?<=[.?:])\s/)).filter(text => !/^(I had to|They took)/.test(text))
  return [...new Set(sentences)].filter(text => /\b(you|your|yours|yourself|I|me|my)\b/i.test(text.replace(known, '')))
}

describe.each(Object.keys(OF_VOICE) as Exclude<Filer, 'victim'>[])('the pages of %s', filer => {
  test.each(askedOf(filer))('%s calls nobody "you" but who fills it in', id => {
    expect(ofAnotherVoice(textsOf(id, filer), OF_VOICE[filer])).toEqual([])
  })

  test('fill in who it is about', () => {
    for (const language of ['en', 'es'] as const)
      for (const id of askedOf(filer)) expect(textsOf(id, filer, language).join(' '), id).not.toMatch(/\{\{|who\}/)
  })
})

describe('the pages of the victim', () => {
  test.each(askedOf('victim'))('%s speaks of nobody else', id => {
    expect(textsOf(id, 'victim').join(' ')).not.toMatch(
      /person you (sign for|help)|their (pay|age|words)|the victim (have|live|speak|first)/,
    )
    expect(textsOf(id, 'victim', 'es').join(' ')).not.toMatch(/por quien firma|a quien ayuda|a la víctima|esa persona (quiera|por este)/)
  })
})

describe('in Spanish', () => {
  test.each(['parent-or-guardian', 'family-member', 'advocate'] as const)('%s has its own sentence wherever English has one', filer => {
    for (const id of askedOf(filer)) {
      const differs = (language: 'en' | 'es') =>
        textsOf(id, filer, language).map((text, index) => text !== textsOf(id, 'victim', language)[index])
      expect(differs('es'), id).toEqual(differs('en'))
    }
  })
})

test('a guardian is never called the person it happened to', () => {
  const visit = visitOf('parent-or-guardian', 'en')
  expect([tasksView(visit).voice, reviewView(visit).voice]).toEqual(
    Array(2).fill('You answer for the person you sign for. On these pages, "you" means you, the parent or guardian.'),
  )
  expect(reviewView(visit).whose).toContain('is the person it happened to')
  expect(reviewView(visitOf('victim', 'en')).whose).toBeUndefined()
  expect(textsOf('story', 'parent-or-guardian').join(' ')).not.toMatch(/own words|you were made/)
})
