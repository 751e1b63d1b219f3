import { Link, useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { hydrates } from './hydrates.ts'

interface PageProps {
  readonly title: string
  readonly back?: string | undefined
  /** Where the page stands among others, in a sentence. */
  readonly step?: string | undefined
  /** What stands between that and the heading. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** The frame of one page: an optional way back, one heading, then the content in one rhythm. */
export function Page({ title, back, step, above, children }: PageProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  // For pages that hydrate; on plain pages `data-heading` does it. A browser announces a page that it loads, but not one that React puts in its
  // place: there the heading takes the focus. The first page of a visit has the key "default". Only a new address counts, because on
  // the same one the error summary takes the focus.
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
        {above}
        <h1 ref={heading} tabIndex={-1} data-heading>
          {title}
        </h1>
      </div>
      {children}
    </div>
  )
}
