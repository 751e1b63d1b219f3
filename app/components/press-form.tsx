import type { FormHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A form of a plain page. Where our script runs it sends the form by itself (`app/browser/press.ts`), so that what was typed stays where no
 * answer comes; then the notice, which is in the page already, says so.
 */
export function PressForm({ children, ...form }: FormHTMLAttributes<HTMLFormElement>) {
  const { t } = useTranslation()
  return (
    <form method="post" data-press {...form}>
      <div className="error-summary flow-tight" role="alert" tabIndex={-1} hidden data-unanswered>
        <h2>{t('flow:notSaved.title')}</h2>
        <p>{t('flow:question.offline')}</p>
      </div>
      {children}
    </form>
  )
}
