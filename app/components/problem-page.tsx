import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findNotSaved } from './not-saved.ts'
import { NotSavedPage } from './not-saved-page.tsx'

const WORDS = {
  ours: ['common:problem.title', 'common:problem.text'],
  notFound: ['common:problem.notFoundTitle', 'common:problem.notFoundText'],
  notTaken: ['common:problem.notTakenTitle', 'common:problem.notTakenText'],
  tooMuch: ['common:problem.tooMuchTitle', 'common:problem.tooMuchText'],
  unreadable: ['common:problem.unreadableTitle', 'common:problem.unreadableText'],
} as const

/** Why there is no page: a fault of ours, nothing at the address, or a form that did not come from here, is too much or cannot be read. */
export type Problem = keyof typeof WORDS

/** What is no fault of ours, by the status of a route's answer. */
const BY_STATUS: ReadonlyMap<number, Problem> = new Map([
  [400, 'unreadable'],
  [404, 'notFound'],
  [413, 'tooMuch'],
  [415, 'unreadable'],
])

/** In place of a page that did not open, or that is not there; or what was written on a page that could not be saved. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  const kept = findNotSaved(error)
  if (kept) return <NotSavedPage kept={kept} />
  return <ProblemWords problem={(isRouteErrorResponse(error) && BY_STATUS.get(error.status)) || 'ours'} />
}

/** The same where no route answers. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const [title, text] = WORDS[problem]
  return (
    <div className="flow">
      <h1>{t(title)}</h1>
      <p>{t(text)}</p>
      <p>
        <a href="/">{t('common:problem.home')}</a>
      </p>
    </div>
  )
}
