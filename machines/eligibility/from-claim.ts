import type { Answer, Question } from '#machines/answers/question.ts'
import { writeAnswer } from '#machines/answers/store.ts'
import type { CheckQuestion } from './check-question.ts'

/** What a question of the check takes over from a page of the claim that asks the same. */
export function fromClaim(page: Question): Pick<CheckQuestion, 'fields' | 'schema' | 'write' | 'examples' | 'counterExamples'> {
  return {
    fields: page.fields,
    schema: page.schema,
    write: (claim, answer: Answer) => writeAnswer(claim, page, answer),
    examples: page.examples,
    counterExamples: page.counterExamples,
  }
}
