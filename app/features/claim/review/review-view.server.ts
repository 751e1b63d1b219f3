import { assembleClaim } from '#machines/claim/assemble.ts'
import { claimProgress } from '#machines/claim/progress.ts'
import { readAnswers } from '#machines/claim/answers.ts'
import type { QuestionId } from '#machines/answers/questions/index.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { missingItems } from '#machines/rules/missing.ts'
import { changeLine } from '#app/features/lifecycle/change-line.ts'
import { findingsView, type FindingsView } from '#app/features/check/result-view.server.ts'
import { entryLines, type AnswerLine } from '../question/answer-words.server.ts'
import { pageAsking } from '../question/claim-page.server.ts'
import { noWordsView, type NoWords } from '../return/no-words.server.ts'
import { pathOf, type AnswerVisit } from '../visit.server.ts'

/** One question on the list of answers. */
export interface ReviewedQuestion {
  readonly id: QuestionId
  readonly title: string
  readonly lines: readonly AnswerLine[]
  readonly path: string
}

/** Something that a complete application still lacks, and the page that asks for it. */
export interface MissingView {
  readonly id: string
  readonly words: string
  readonly path: string | undefined
}

/** A part of the claim with the answers to its questions. */
export interface ReviewedSection {
  readonly id: string
  readonly title: string
  readonly questions: readonly ReviewedQuestion[]
}

export interface ReviewView {
  readonly sections: readonly ReviewedSection[]
  readonly missing: readonly MissingView[]
  readonly findings: FindingsView
  readonly voice: string | undefined
  /** The sentence about whom the findings call "you", if the person it happened to does not fill the claim in. */
  readonly whose: string | undefined
  /** The sentence about what a change would undo in the claim's lifecycle, or has undone. */
  readonly changeLine: string | undefined
  readonly kept: readonly string[]
  /** The notice about what a pause would lose; `null` if nothing would be lost. */
  readonly noWords: NoWords | null
}

const forReview = (page: QuestionId) => pathOf(page, true)

/** What a complete application still lacks, each with the page that asks for it. */
export function missingViews({ draft, speech, today }: AnswerVisit): MissingView[] {
  return missingItems(assembleClaim(draft.answers, today)).map(({ item, path }) => {
    const page = pageAsking(path)
    return { id: path + item, words: speech.t(`rules:missing.${item}`), path: page && forReview(page) }
  })
}

/** Every answer by part. */
export function reviewedSections({ draft, speech, today }: AnswerVisit): ReviewedSection[] {
  const { t } = speech
  // An answer that its page would refuse today is shown as not answered, because it is printed so, too.
  const answers = readAnswers(draft.answers, today)
  return claimProgress(draft.answers, today)
    .filter(({ applies }) => applies)
    .map(({ id, questions }) => ({
      id,
      title: t(`claim:sections.${id}`),
      questions: questions
        .filter(({ applies }) => applies)
        .map(question => ({
          id: question.id,
          title: t(`claim:questions.${question.id}.title`),
          lines: entryLines(question.id, answers[question.id], { speech, today }),
          path: forReview(question.id),
        })),
    }))
}

/** Every answer by part, what is missing, and what the rules find in it. */
export function reviewView(visit: AnswerVisit): ReviewView {
  const { draft, speech, today } = visit
  const { t } = speech
  return {
    sections: reviewedSections(visit),
    missing: missingViews(visit),
    findings: findingsView(assembleClaim(draft.answers, today), today, speech),
    changeLine: changeLine(t, draft.status),
    whose: speech.filer && speech.filer !== 'victim' ? t('flow:review.whose') : undefined,
    voice: speech.filer && t(`claim:voice.${speech.filer}`),
    noWords: noWordsView(visit),
    kept: replayClaim(draft.answers, today).setAside.map(page => t(`claim:questions.${page}.title`)),
  }
}
