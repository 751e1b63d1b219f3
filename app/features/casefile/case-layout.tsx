import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { SavingLink } from './saving-link.tsx'
import type { CaseFrame } from './case-frame.server.ts'

/** The frame of every page of a case: the person's name, and the tabs. */
export function CaseLayout({ frame, children }: { readonly frame: CaseFrame; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <div className="case">
      <header className="case-head">
        <p className="case-number">{t('casefile:number', { number: frame.number })}</p>
        <p className="case-name">
          <bdi>{frame.name || t('casefile:nameless')}</bdi>
          {/* The space stands outside both elements, so that it parts them in either direction of writing. */}
          {frame.label ? (
            <>
              {' '}
              <bdi className="soft">{frame.label}</bdi>
            </>
          ) : null}
        </p>
      </header>
      <nav className="case-tabs" aria-label={t('casefile:tabs.label')}>
        <ul role="list">
          {frame.tabs.map(({ to, label, alone }) => (
            <li key={to}>
              <SavingLink to={to} end={alone} current={pathname === to || (!alone && pathname.startsWith(`${to}/`))}>
                {t(label)}
              </SavingLink>
            </li>
          ))}
        </ul>
      </nav>
      {frame.ended ? <p className="notice notice-care">{t('casefile:ended')}</p> : null}
      {children}
    </div>
  )
}

/** The page of a claim that was taken back, handed over or deleted. */
export function GonePage() {
  const { t } = useTranslation()
  return (
    <div className="flow">
      <h1>{t('casefile:gone.title')}</h1>
      <p>{t('casefile:gone.text')}</p>
    </div>
  )
}
