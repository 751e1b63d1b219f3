import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const WORDS = {
  ours: ['common:problem.title', 'common:problem.text'],
  notFound: ['common:problem.notFoundTitle', 'common:problem.notFoundText'],
  notTaken: ['common:problem.notTakenTitle', 'common:problem.notTakenText'],
} as const

/** Why there is no page: a fault of ours, nothing at the address, or a form that did not come from here. */
export type Problem = keyof typeof WORDS

/** In place of a page that did not open, or that is not there. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  return <ProblemWords problem={isRouteErrorResponse(error) && error.status === 404 ? 'notFound' : 'ours'} />
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
