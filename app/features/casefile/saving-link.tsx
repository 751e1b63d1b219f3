import { NavLink, useMatches } from '@remix-run/react'
import { SECTION_FORM, SECTION_ROUTE, goIntent } from './section-form.ts'

/** A way to another page of a case. On a page with a section's form it saves what is typed there first: it is one more button of the form. */
export function SavingLink({
  to,
  end,
  current,
  children,
}: {
  readonly to: string
  /** The address has to be the page's own, not only its beginning. */
  readonly end: boolean
  /** Whether this is the page that is open. */
  readonly current: boolean
  readonly children: string
}) {
  const inSection = useMatches().some(({ id }) => id === SECTION_ROUTE)
  if (!inSection)
    return (
      <NavLink to={to} end={end}>
        {children}
      </NavLink>
    )
  return (
    <button type="submit" role="link" form={SECTION_FORM} name="intent" value={goIntent(to)} aria-current={current ? 'page' : undefined}>
      {children}
    </button>
  )
}
