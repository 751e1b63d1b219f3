import { dayInLosAngeles } from '#app/clock.server.ts'
import type { SuggestionView } from '#app/data/cases/index.server.ts'
import { entryLines, type AnswerLine } from '#app/features/claim/question/answer-words.server.ts'
import { PATHS, requireVisit, seeOther, type ClaimVisit } from '#app/features/claim/visit.server.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { formatDate } from '#app/i18n/format.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import type { Services } from '#app/services.server.ts'
import { readAnswers } from '#machines/claim/answers.ts'

/** Address of the page. */
const SUGGESTIONS_PATH = '/claim/suggestions'

const WORDS = ['title', 'lede', 'none', 'yours', 'theirs', 'take', 'decline'] as const

const DONE = ['taken', 'declined', 'changed', 'gone', 'unfit'] as const

export interface SuggestionsView {
  readonly words: Readonly<Record<(typeof WORDS)[number], string>>
  readonly suggestions: readonly {
    readonly id: string
    readonly title: string
    readonly by: string
    readonly yours: readonly AnswerLine[]
    readonly theirs: readonly AnswerLine[]
  }[]
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  /** The sentence about what the last button did. */
  readonly done: string | null
  /** Revision of the claim as shown. The form sends it back, so that a suggestion replaces only an answer that the survivor has seen. */
  readonly revision: number
}

function requireSuggestions({ casework }: Services) {
  if (!casework) throw new Response(null, { status: 404 })
  return casework.suggestions
}

/** The open suggestions, each beside the survivor's own answer. */
export async function suggestionsView(services: Services, request: Request): Promise<SuggestionsView> {
  const suggestions = requireSuggestions(services)
  const visit = await requireVisit(services, request)
  const waiting = await suggestions.waiting(visit.session)
  if (!waiting) throw seeOther(PATHS.return)
  const { t } = visit.speech
  const done = new URL(request.url).searchParams.get('done')
  return {
    words: Object.fromEntries(WORDS.map(word => [word, t(`filing:suggestions.${word}`)])) as SuggestionsView['words'],
    suggestions: waiting.map(suggestion => viewOf(visit, suggestion)),
    changeLine: changeLine(t, visit.draft.status),
    done: DONE.some(each => each === done) ? t(`filing:suggestions.done.${done}`) : null,
    revision: visit.draft.revision,
  }
}

function viewOf(
  { draft, speech, today }: ClaimVisit,
  { id, page, entry, role, createdAt }: SuggestionView,
): SuggestionsView['suggestions'][number] {
  const { t, language } = speech
  return {
    id,
    title: t(`claim:questions.${page}.title`),
    by: t('filing:suggestions.by', { role: t(`sharing:role.${role}`), day: formatDate(dayInLosAngeles(createdAt), language) }),
    yours: entryLines(page, readAnswers(draft.answers, today)[page], { speech, today }),
    theirs: entryLines(page, entry, { speech, today }),
  }
}

/** Takes over a suggestion as the answer, or declines it. */
export async function decideSuggestion(services: Services, request: Request): Promise<Response> {
  const suggestions = requireSuggestions(services)
  const { session } = await requireVisit(services, request)
  const form = await readSentForm(request, SMALL_FORM)
  const decide = (done: 'taken' | 'declined') => async () => {
    const decided = await suggestions.decide(session, form.text('id'), done === 'taken', Number(form.text('revision')))
    return seeOther(`${SUGGESTIONS_PATH}?done=${decided === 'done' ? done : decided}`)
  }
  return press(form.intent, { take: decide('taken'), decline: decide('declined') })
}

/** Number of open suggestions, for the list of parts. */
export async function countSuggestions({ casework }: Services, { session }: ClaimVisit): Promise<number> {
  return (await casework?.suggestions.waiting(session))?.length ?? 0
}
