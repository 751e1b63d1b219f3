import { NavLink, useMatches } from '@remix-run/react'
import { SECTION_FORM, SECTION_ROUTE, goIntent } from './section-form.ts'

/** A link to another page of a case. On a page with a section's form it is a button of that form, so that the form is saved first. */
export function SavingLink({
  to,
  end,
  current,
  children,
}: {
  readonly to: string
  /** Whether the link is current only on exactly this address, and not on longer addresses that begin with it. */
  readonly end: boolean
  /** Whether the link leads to the page that is open. */
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
