import { useTranslation } from 'react-i18next'

/** The notice in a form that our script fills in where no answer comes, or where the form is more than fits (`app/browser/say.ts`). */
export function UnansweredNotice() {
  const { t } = useTranslation()
  return (
    <p
      className="error-summary"
      role="alert"
      tabIndex={-1}
      hidden
      data-unanswered={t('flow:question.offline')}
      data-too-much={t('flow:question.tooMuch')}
    />
  )
}
