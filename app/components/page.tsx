import { Link, useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hydrates } from './hydrates.ts'

/** The frame of one page: an optional way back, one heading, then the content in one rhythm. */
export function Page({ title, back, step, children }: { title: string; back?: string; step?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  // A browser announces a new page by itself, but not one that JavaScript has swapped in: there the heading takes
  // the focus. The first page of a visit has the key "default". Only a new address counts, for the error summary
  // takes the focus on the same one.
  useEffect(() => {
    if (key !== 'default') heading.current?.focus({ preventScroll: true })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key alone changes with every failed form
  }, [pathname])
  return (
    <div className="flow">
      {back === undefined ? null : (
        <Link className="back-link" to={back} reloadDocument={!hydrates(back)}>
          {t('common:actions.back')}
        </Link>
      )}
      <div className="flow-tight">
        {step === undefined ? null : <p className="step">{step}</p>}
        <h1 ref={heading} tabIndex={-1} data-heading>
          {title}
        </h1>
      </div>
      {children}
    </div>
  )
}
