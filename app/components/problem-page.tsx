import { isRouteErrorResponse } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** In place of a page that did not open, or that is not there. */
export function ProblemPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const notFound = isRouteErrorResponse(error) && error.status === 404
  return (
    <div className="flow">
      <h1>{t(notFound ? 'common:problem.notFoundTitle' : 'common:problem.title')}</h1>
      <p>{t(notFound ? 'common:problem.notFoundText' : 'common:problem.text')}</p>
      <p>
        <a href="/">{t('common:problem.home')}</a>
      </p>
    </div>
  )
}
