import { and, assign, not, setup, type SnapshotFrom } from 'xstate'
import type { Question } from '#machines/answers/question.ts'
import { QUESTIONS, type QuestionId } from '#machines/answers/questions/index.ts'
import { SECTIONS, type SectionId } from '#machines/answers/sections.ts'
import type { Day } from '#machines/calendar/day.ts'
import { readEntry, type LeftOpen, type ReadAnswers } from './answers.ts'
import { pageApplies } from './walk.ts'

/** A page, or the review that follows the last one. */
export type ClaimPosition = QuestionId | 'review'

export interface ClaimContext {
  readonly today: Day
  readonly answers: ReadAnswers
  /** The direction in which the person passes a page that does not apply. */
  readonly direction: 'forward' | 'back'
}

interface ClaimInput {
  readonly today: Day
  readonly answers?: ReadAnswers
}

export type ClaimEvent =
  | { readonly type: 'ANSWER'; readonly value: unknown }
  | { readonly type: 'LEAVE_OPEN'; readonly how: LeftOpen }
  | { readonly type: 'BACK' }
  | { readonly type: 'GO_TO'; readonly page: ClaimPosition }

type OnPage = { readonly page: QuestionId }

const claimSetup = setup({
  types: {
    context: {} as ClaimContext,
    events: {} as ClaimEvent,
    input: {} as ClaimInput,
  },
  guards: {
    'the page applies': ({ context }, { page }: OnPage) => pageApplies(page, context.answers, context.today),
    'the person goes back': ({ context }) => context.direction === 'back',
    'the answer can be read': ({ context, event }, { page }: OnPage) =>
      event.type === 'ANSWER' && readEntry(page, { value: event.value }, context.today) !== undefined,
    'the person asked for this page': ({ event }, { page }: { readonly page: ClaimPosition }) =>
      event.type === 'GO_TO' && event.page === page,
  },
  actions: {
    'keep the answer': assign(({ context, event }, { page }: OnPage) => {
      const entry = event.type === 'ANSWER' ? readEntry(page, { value: event.value }, context.today) : undefined
      return entry ? { answers: { ...context.answers, [page]: entry } } : {}
    }),
    'leave the page open': assign(({ context, event }, { page }: OnPage) =>
      event.type === 'LEAVE_OPEN' ? { answers: { ...context.answers, [page]: { left: event.how } } } : {},
    ),
    'turn forward': assign({ direction: 'forward' }),
    'turn back': assign({ direction: 'back' }),
  },
})

/** One page: its answer leads on, and where it does not apply the person passes it in the direction of travel. */
function pageState(question: Question<QuestionId>, index: number) {
  const on = { page: question.id }
  const next = `#${QUESTIONS[index + 1]?.id ?? 'review'}`
  const doesNotApply = not({ type: 'the page applies', params: on } as const)
  const previous = `#${QUESTIONS[index - 1]?.id ?? question.id}`
  return claimSetup.createStateConfig({
    id: question.id,
    ...(question.appliesWhen.length > 0 && {
      always: [
        { guard: and(['the person goes back', doesNotApply]), target: previous },
        { guard: doesNotApply, target: next },
      ],
    }),
    on: {
      ANSWER: {
        guard: { type: 'the answer can be read', params: on },
        actions: [{ type: 'keep the answer', params: on }, 'turn forward'],
        target: next,
      },
      ...(question.mayLeaveOpen && {
        LEAVE_OPEN: { actions: [{ type: 'leave the page open', params: on }, 'turn forward'], target: next },
      }),
      ...(index > 0 && { BACK: { actions: 'turn back', target: previous } }),
    },
  })
}

function sectionState(section: SectionId) {
  const pages = QUESTIONS.map((question, index) => [question, index] as const).filter(([question]) => question.section === section)
  return claimSetup.createStateConfig({
    initial: pages[0]?.[0].id,
    states: Object.fromEntries(pages.map(([question, index]) => [question.id, pageState(question, index)])),
  })
}

/**
 * XState makes a spare actor, without input, for every pure transition, and throws it away. If this threw there, XState would catch the
 * error, which costs more than the transition. Callers cannot leave the input out.
 */
const startOf = (input: ClaimInput | undefined): ClaimContext => ({
  today: input?.today ?? '',
  answers: input?.answers ?? {},
  direction: 'forward',
})

const POSITIONS: readonly ClaimPosition[] = [...QUESTIONS.map(question => question.id), 'review']

/**
 * The claim, one state for each page, in sections, then the review. It holds no rule of its own: each page
 * names its sentences, and the walk decides them. Only the answers are ever stored; a position is found by replaying them.
 */
export const claimMachine = claimSetup.createMachine({
  id: 'claim',
  context: ({ input }) => startOf(input),
  initial: 'start',
  states: {
    ...Object.fromEntries(SECTIONS.map(section => [section, sectionState(section)])),
    review: { id: 'review', on: { BACK: { actions: 'turn back', target: `#${QUESTIONS.at(-1)?.id}` } } },
  },
  on: {
    GO_TO: POSITIONS.map(page => ({
      guard: { type: 'the person asked for this page', params: { page } },
      actions: 'turn forward',
      target: `#${page}`,
    })),
  },
})

/** The page that a snapshot stands on. */
export function positionOf(snapshot: SnapshotFrom<typeof claimMachine>): ClaimPosition {
  const value: unknown = snapshot.value
  return (typeof value === 'string' ? value : Object.values(value as object)[0]) as ClaimPosition
}
