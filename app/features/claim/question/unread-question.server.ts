import type { ActionFunctionArgs } from '@remix-run/node'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { isQuestionId } from '#machines/answers/questions/index.ts'
import { questionView, readPageOptions, type QuestionView } from './question-view.server.ts'
import { sentAnswer } from './sent-answer.server.ts'
import { speechFor } from '../speech.server.ts'
import { PATHS } from '../visit.server.ts'

const ROUTE = 'routes/claim.q.$question'

/**
 * The page of a question as it was sent, for when the claim itself cannot be read. It lacks what only the claim knows: its place among
 * the pages, and whose words these are. `null` for every other page, and for the choice between two answers.
 * @param fields every field that was sent
 */
export function unreadQuestionPage(
  { request, params, context: { services } }: ActionFunctionArgs,
  route: string,
  fields: readonly (readonly [name: string, value: string])[],
): QuestionView | null {
  const id = params.question
  if (route !== ROUTE || id === undefined || !isQuestionId(id)) return null
  const names = [...new Set(fields.map(([name]) => name))]
  const sent = sentAnswer(Object.fromEntries(names.map(name => [name, fields.filter(field => field[0] === name).map(([, text]) => text)])))
  if (sent.asked.length > 0) return null
  const speech = speechFor(requestLanguage(request).code, {})
  const visit = {
    today: services.today(),
    // Only the claim knows whether it has a phrase, so `true` keeps the page from warning about a missing one.
    draft: { answers: {}, revision: 0, hasPhrase: true, status: [], authors: {}, language: speech.language },
    speech,
  }
  const view = questionView(visit, id, readPageOptions(request), { values: sent.values, problems: [], madeFrom: sent })
  return { ...view, step: undefined, sections: [], back: PATHS.tasks }
}
