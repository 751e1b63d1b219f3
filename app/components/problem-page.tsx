import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { findNotSaved, type NotSaved } from './not-saved.ts'
import { NotSavedPage } from './not-saved-page.tsx'
import { findSentForm } from './sent-form.ts'

const WORDS = {
  ours: ['common:problem.title', 'common:problem.text'],
  notFound: ['common:problem.notFoundTitle', 'common:problem.notFoundText'],
  notTaken: ['common:problem.notTakenTitle', 'common:problem.notTakenText'],
  tooMuch: ['common:problem.tooMuchTitle', 'common:problem.tooMuchText'],
  unreadable: ['common:problem.unreadableTitle', 'common:problem.unreadableText'],
} as const

/** Why there is no page: a fault of ours, nothing at the address, or a form that did not come from here, is too large or cannot be read. */
export type Problem = keyof typeof WORDS

/** Problems that are no fault of ours, by the status of a route's answer. */
const BY_STATUS: ReadonlyMap<number, Problem> = new Map([
  [400, 'unreadable'],
  [404, 'notFound'],
  [413, 'tooMuch'],
  [415, 'unreadable'],
])

/** In place of a page that did not open, or that is not there; or what was written on a page that could not be saved. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  const unanswered = useUnanswered(error)
  const kept = findNotSaved(error) ?? unanswered
  if (kept) return <NotSavedPage kept={kept} />
  return <ProblemWords problem={(isRouteErrorResponse(error) && BY_STATUS.get(error.status)) || 'ours'} />
}

/** On a page that hydrates: a form that was sent from it and that nothing has answered, because there is no network or no server. */
function useUnanswered(error: unknown): NotSaved | null {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  // State, because the form is forgotten once a page has come, and this is one.
  const [sent] = useState(() => (isRouteErrorResponse(error) ? null : findSentForm(pathname)))
  if (!sent) return null
  const says = {
    title: t('flow:notSaved.title'),
    text: t('flow:question.offline'),
    words: t('flow:notSaved.words'),
    button: t('flow:notSaved.again'),
    file: null,
    back: null,
  }
  return { notSaved: 'fault', page: null, says, ...sent }
}

/** The same where no route answers. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const [title, text] = WORDS[problem]
  return (
    <div className="flow" data-problem={problem}>
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
      <p>
        <a href="/">{t('common:problem.home')}</a>
      </p>
    </div>
  )
}
