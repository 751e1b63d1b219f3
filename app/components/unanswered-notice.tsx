import { useTranslation } from '#app/components/use-translation.ts'

/**
 * The notice in a form that our script fills in where no answer comes, or where the form is more than fits (`app/browser/say.ts`).
 * @param words for a form that saves nothing
 */
export function UnansweredNotice({ words }: { readonly words?: string }) {
  const { t } = useTranslation()
  return (
    <p
      className="error-summary"
      role="alert"
      tabIndex={-1}
      hidden
      data-unanswered={words ?? t('flow:question.offline')}
      data-too-much={t('flow:question.tooMuch')}
    />
  )
}
