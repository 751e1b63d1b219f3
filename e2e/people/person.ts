import { readFileSync } from 'node:fs'
import path from 'node:path'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import type { FormValues } from '#app/forms/form-values.ts'
import { fillHours } from '#app/forms/typed-hours.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { Answer } from '#machines/answers/question.ts'
import { getQuestion, QUESTION_IDS, type QuestionId } from '#machines/answers/questions/index.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'

export const PDFTOTEXT = '/usr/bin/pdftotext'

/** An invented person with what they would type, page by page; a page that is not here is skipped. */
export interface Person {
  readonly name: string
  readonly check: Readonly<Partial<Record<string, FormValues>>>
  readonly claim: Readonly<Partial<Record<string, FormValues>>>
}

/** The people of this folder: a claim file each, in the language in which they write. */
export const PEOPLE = ['caregiver', 'farm-worker', 'guardian', 'family-member', 'advocate'].map(readPerson)

function readPerson(name: string): Person {
  const file = path.join(import.meta.dirname, `${name}.json`)
  const claim = JSON.parse(readFileSync(file, 'utf8')) as ClaimFile
  const answers = answersFromClaim(claim)
  const page = (id: QuestionId): FormValues | undefined => {
    const entry = answers[id]
    return entry && 'value' in entry ? answerToForm(formFields(getQuestion(id)), entry.value as Answer) : undefined
  }
  const hoursPerWeek = claim.work?.[0]?.hoursPerWeek
  return {
    name,
    claim: Object.fromEntries(QUESTION_IDS.map(id => [id, page(id)])),
    check: {
      kinds: page('kinds'),
      place: { place: ['california'] },
      dates: inMonths(page('dates')),
      hours: hoursPerWeek === undefined ? undefined : fillHours('hours', hoursPerWeek),
      proof: page('evidence'),
      'loss-proof': page('income-evidence'),
      pauses: page('payment-pauses'),
    },
  }
}

/** The check asks for months and years alone. */
function inMonths(dates: FormValues | undefined): FormValues | undefined {
  return dates && Object.fromEntries(Object.entries(dates).filter(([name]) => !name.endsWith('-day')))
}
