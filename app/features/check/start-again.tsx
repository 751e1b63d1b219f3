import { useTranslation } from '#app/components/use-translation.ts'

/** The ways on from a page where the answers of the check are gone. */
export function StartAgain() {
  const { t } = useTranslation()
  return (
    <p className="button-row">
      <a className="button" href="/check">
        {t('common:actions.startOver')}
      </a>
      <a className="button button-quiet" href="/help">
        {t('check:result.find')}
      </a>
    </p>
  )
}
