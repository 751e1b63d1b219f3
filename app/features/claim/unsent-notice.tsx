import { useTranslation } from 'react-i18next'

/** Why a page was not taken though nothing in it is wrong: no network, more than fits, or a button that is none of the page's. */
export type Unsent = 'offline' | 'tooMuch' | 'unknown'

/** Says that a page is not saved, and why; what was written stays on it. */
export function UnsentNotice({ why }: { readonly why: Unsent | undefined }) {
  const { t } = useTranslation()
  if (!why) return null
  return (
    <p className="notice notice-care" role="alert">
      {t(`flow:question.${why}`)}
    </p>
  )
}
