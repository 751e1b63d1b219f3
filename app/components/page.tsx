import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The frame of one page: an optional way back, one heading, then the content in one rhythm. */
export function Page({ title, back, step, children }: { title: string; back?: string; step?: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="flow">
      {back === undefined ? null : (
        <Link className="back-link" to={back}>
          {t('common:actions.back')}
        </Link>
      )}
      <div className="flow-tight">
        {step === undefined ? null : <p className="step">{step}</p>}
        <h1>{title}</h1>
      </div>
      {children}
    </div>
  )
}
