import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'

/** Asks once more before the claim and all that belongs to it are deleted. */
export function DeletePage() {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:delete.title')} back="/claim/tasks">
      <p className="lede">{t('flow:delete.text')}</p>
      <p>{t('flow:delete.paper')}</p>
      <PressForm className="button-row">
        <a className="button" href="/claim/tasks">
          {t('flow:delete.no')}
        </a>
        <button className="button button-quiet" type="submit">
          {t('flow:delete.yes')}
        </button>
      </PressForm>
    </Page>
  )
}

/** Says that the claim is deleted. */
export function DeletedPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('flow:delete.doneTitle')}>
      <p>{t('flow:delete.doneText')}</p>
      <p>
        <a className="button button-quiet" href="/help">
          {t('check:result.find')}
        </a>
      </p>
    </Page>
  )
}
