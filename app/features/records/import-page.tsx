import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import type { ImportRefused } from './import-case.server.ts'

/** Imports a case file as a new case. */
export function ImportPage({ refused }: { readonly refused: ImportRefused | undefined }) {
  const { t } = useTranslation()
  const sending = useNavigation().state === 'submitting'
  const at = (field: ImportRefused['field']) => (refused?.field === field ? refused.message : undefined)
  return (
    <Page title={t('records:import.title')}>
      <ErrorSummary errors={refused ? [{ fieldId: refused.field, message: refused.message }] : []} />
      <p className="lede">{t('records:import.lede')}</p>
      <p>{t('records:import.text')}</p>
      {refused && refused.details.length > 0 ? (
        <section className="flow-tight">
          <h2>{t('records:import.wrong')}</h2>
          <ul className="list">
            {refused.details.map(line => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {/* The words stand before the file, so that they are read even if the file is too large. */}
      <Form className="flow" method="post" encType="multipart/form-data" noValidate autoComplete="off">
        <TextField
          name="password"
          type="password"
          label={t('records:import.password')}
          hint={t('records:import.passwordHint')}
          error={at('password')}
          autoComplete="off"
          size="medium"
        />
        <TextField
          name="file"
          type="file"
          label={t('records:import.file')}
          hint={t('records:import.fileHint')}
          error={at('file')}
          accept=".zip,.json,.locked"
        />
        <p className="button-row">
          <button className="button" type="submit" aria-disabled={sending}>
            {t('records:import.button')}
          </button>
          <span className="soft" role="status">
            {sending ? t('records:import.busy') : null}
          </span>
        </p>
      </Form>
      <section className="flow-tight">
        <h2>{t('records:import.afterTitle')}</h2>
        <ul className="list">
          <li>{t('records:import.after.yours')}</li>
          <li>{t('records:import.after.cleaned')}</li>
          <li>{t('records:import.after.review')}</li>
        </ul>
      </section>
    </Page>
  )
}
