import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import { formToAnswer } from '#app/forms/form-to-answer.server.ts'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, isQuestionId } from '#machines/answers/questions/index.ts'
import { readAnswers, type ClaimAnswers } from '#machines/claim/answers.ts'
import { answersFromClaim, assembleClaim } from '#machines/claim/assemble.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { payTotal } from '#machines/rules/pay-total.ts'
import { readCaseFile } from './case-file.server.ts'

const TODAY = '2026-11-30'
const read = (name: string): unknown => JSON.parse(readFileSync(`app/data/testing/older-build/${name}`, 'utf8'))

/** Pages as an older build stored them, and the claim file that it made of them: pay as one sum, an end to come, phones that are none. */
const STORED = read('answers.json') as ClaimAnswers
const CLAIM_FILE = read('claim.json') as ClaimFile

test('every stored answer is read as it was, and makes the same claim file', () => {
  const answers: ClaimAnswers = { filer: { value: { filer: 'victim' } }, ...STORED }
  expect(readAnswers(answers, TODAY)).toEqual(answers)
  expect(assembleClaim(answers, TODAY, { language: 'es' })).toEqual(CLAIM_FILE)
})

test('every stored answer stands in the form of its page as it was, and is asked about by none of its fields', () => {
  for (const [page, entry] of Object.entries(STORED)) {
    if (!isQuestionId(page) || !('value' in entry)) throw new Error(page)
    const fields = formFields(getQuestion(page))
    expect(formToAnswer(fields, answerToForm(fields, entry.value as Answer))).toEqual({ answer: entry.value, problems: [] })
  }
})

test('its claim file and its case file open with every answer', () => {
  expect(parseClaimFile(CLAIM_FILE, TODAY)).toEqual({ ok: true, claim: CLAIM_FILE, today: TODAY })
  expect(readCaseFile(strToU8(JSON.stringify(CLAIM_FILE)), TODAY)).toMatchObject({ ok: true, file: { claim: CLAIM_FILE } })
  expect(assembleClaim(answersFromClaim(CLAIM_FILE), TODAY, { language: 'es' })).toEqual(CLAIM_FILE)
})

test('it means what it meant: the pay as one sum, the hours as a range; but an end to come moves no deadline', () => {
  expect(CLAIM_FILE.work?.map(period => [payTotal(period, TODAY), period.hoursPerWeek])).toEqual([
    [
      { low: 120_000, high: 120_000 },
      { low: 60, high: 80 },
    ],
    [{ low: 0, high: 0 }, 37.5],
  ])
  expect([CLAIM_FILE.crime?.end, filingDeadline(CLAIM_FILE, TODAY).date]).toEqual(['2027', null])
})
