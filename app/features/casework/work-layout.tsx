import { Form, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { useIdleLock } from './use-idle-lock.ts'
import type { WorkFrame } from './work-frame.server.ts'

/** The frame of every staff page. */
export function WorkLayout({ frame, children }: { readonly frame: WorkFrame | null; readonly children: ReactNode }) {
  const { t } = useTranslation()
  useIdleLock(frame?.idleMinutes ?? null)
  return (
    <div className="work">
      {frame ? (
        <nav className="work-nav" aria-label={t('work:nav.label')}>
          <p className="work-who">
            {frame.name} · {frame.organization}
          </p>
          <ul role="list">
            {frame.links.map(({ to, label }) => (
              <li key={to}>
                <NavLink to={to} end>
                  {t(label)}
                </NavLink>
              </li>
            ))}
            <li>
              <Form method="post" action="/work/sign-out">
                <button className="link-button" type="submit">
                  {t('work:nav.signOut')}
                </button>
              </Form>
            </li>
          </ul>
        </nav>
      ) : null}
      {children}
    </div>
  )
}

/** The page that a member sees if their role may not open the page that they asked for. */
export function ForbiddenPage() {
  const { t } = useTranslation()
  return (
    <div className="flow">
      <h1>{t('work:problem.forbiddenTitle')}</h1>
      <p>{t('work:problem.forbiddenText')}</p>
      <p>
        <a href="/work">{t('work:nav.home')}</a>
      </p>
    </div>
  )
}
