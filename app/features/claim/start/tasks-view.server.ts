import { getQuestion, type QuestionId } from '#machines/answers/questions/index.ts'
import { claimProgress, type QuestionProgress } from '#machines/claim/progress.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { sectionsView, type SectionView } from '../sections-view.server.ts'
import { lastDayOf } from '../storage.server.ts'
import { pathOf, PATHS, type ClaimVisit } from '../visit.server.ts'

/** One part of the claim in the list. */
export interface TaskView extends SectionView {
  /** Its first page that waits for an answer, or its first page. */
  readonly path: string
}

export interface TasksView {
  readonly tasks: readonly TaskView[]
  /** About how many minutes the open pages take; 0 if none is open. */
  readonly minutes: number
  /** Address of the next page. */
  readonly next: string
  readonly started: boolean
  readonly done: boolean
  readonly hasPhrase: boolean
  /** The sentence about how long the claim is kept. */
  readonly kept: string
  readonly voice: string | undefined
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  /** Titles of pages that do not apply, and whose answers are set aside. */
  readonly setAside: readonly string[]
  /** Number of pages with an answer, and of all pages. */
  readonly answered: number
  readonly pages: number
}

/** Minutes for a page that asks for one or two facts, and for pages that ask for more. They are our guess, so the page says "about". */
const USUAL_MINUTES = 0.5
const SLOW_PAGES: Readonly<Partial<Record<QuestionId, number>>> = {
  story: 5,
  work: 5,
  'late-filing': 4,
  'employer-size': 2,
  'other-losses': 2,
  'other-sources': 2,
  evidence: 1,
  'income-evidence': 1,
  names: 1,
  contact: 1,
  'residence-address': 1,
  'mailing-address': 1,
  'claimant-details': 2,
  'guardian-details': 1,
  representative: 1,
}
/** Minutes from which on the page rounds to fives, because the guess is no more precise. */
const ROUGH_FROM = 10

function minutesOf(pages: readonly QuestionId[]): number {
  const minutes = Math.ceil(pages.reduce((sum, id) => sum + (SLOW_PAGES[id] ?? USUAL_MINUTES), 0))
  return minutes < ROUGH_FROM ? minutes : Math.ceil(minutes / 5) * 5
}

const waits = ({ applies, state }: QuestionProgress) => applies && state === 'unanswered'

/** All parts of the claim, each with its state. */
export function tasksView({ draft, speech, today }: ClaimVisit): TasksView {
  const { t } = speech
  const progress = claimProgress(draft.answers, today)
  const questions = progress.flatMap(section => section.questions).filter(({ applies }) => applies)
  const waiting = questions.filter(waits).map(({ id }) => id)
  const [next] = waiting
  return {
    tasks: sectionsView(progress, t).map(section => {
      const asked = questions.filter(({ id }) => getQuestion(id).section === section.id)
      const first = asked.find(waits) ?? asked[0]
      return { ...section, path: first ? pathOf(first.id) : PATHS.tasks }
    }),
    minutes: minutesOf(waiting),
    next: next ? pathOf(next) : PATHS.review,
    started: waiting.length < questions.length,
    done: waiting.length === 0,
    hasPhrase: draft.hasPhrase,
    kept: t(draft.isHeld ? 'flow:tasks.deleteHeld' : 'flow:tasks.deleteAfter', { date: lastDayOf(draft, speech) }),
    changeLine: changeLine(t, draft.status),
    voice: speech.filer && t(`claim:voice.${speech.filer}`),
    setAside: replayClaim(draft.answers, today).setAside.map(page => t(`claim:questions.${page}.title`)),
    answered: questions.length - waiting.length,
    pages: questions.length,
  }
}
