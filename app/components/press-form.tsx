import type { FormHTMLAttributes } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A form of a plain page. If our script runs, it sends the form (`app/browser/press.ts`), so that everything typed is still there if no answer
 * comes. The notice that says so is already in the page.
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
