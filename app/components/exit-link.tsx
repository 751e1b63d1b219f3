import { useTranslation } from '#app/components/use-translation.ts'
import { leave } from '#app/browser/exit.ts'

/**
 * The quick exit. Without JavaScript it is a plain link. With it, the page goes blank at once, and the neutral site takes its place in the
 * history (`app/browser/exit.ts`): pages that hydrate run this from `onClick`, plain pages from `data-exit`.
 */
export function ExitLink() {
  const { t } = useTranslation()
  return (
    <a className="exit" data-exit href="/leave" rel="nofollow" onClick={leave}>
      {t('common:layout.exit')}
    </a>
  )
}
