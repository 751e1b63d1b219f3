import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { TextField } from '#app/components/fields.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import type { RecordPageView } from './record-page.server.ts'

/** The forms for owners that check whether the record was tampered with, and that export it. */
export function WholeRecord({ whole: { check, code, holds } }: { readonly whole: NonNullable<RecordPageView['whole']> }) {
  const { t } = useTranslation()
  return (
    <section className="flow" id="check">
      <h2>{t('records:check.title')}</h2>
      <p>{t('records:check.text')}</p>
      {check?.ok ? (
        <div className="notice" role="status">
          <p>{t('records:check.fits', { count: check.lines })}</p>
          {check.code === null ? null : (
            <>
              <p>{t('records:check.write')}</p>
              <p className="record-code">
                <code dir="ltr">{check.code}</code>
              </p>
            </>
          )}
        </div>
      ) : null}
      {check && !check.ok ? (
        <div className="notice notice-care" role="alert">
          <p>{t(`records:check.fault.${check.fault}`, { place: check.place })}</p>
          <p>{t('records:check.next')}</p>
        </div>
      ) : null}
      <Form method="get" action="/work/record">
        <input type="hidden" name="check" value="1" />
        <button className="button" type="submit">
          {t('records:check.button')}
        </button>
      </Form>
      <details open={holds !== undefined}>
        <summary>{t('records:check.compare')}</summary>
        <Form className="flow" method="get" action="/work/record" noValidate key={code}>
          {holds === true ? <StatusNotice text={t('records:check.holds')} /> : null}
          {holds === false ? (
            <p className="notice notice-care" role="alert">
              {t('records:check.gone')}
            </p>
          ) : null}
          <TextField
            name="code"
            label={t('records:check.code')}
            hint={t('records:check.codeHint')}
            error={holds === null ? t('records:errors.code') : undefined}
            defaultValue={code}
            autoComplete="off"
            dir="ltr"
            size="medium"
          />
          <p>
            <button className="button button-quiet" type="submit">
              {t('records:check.compareButton')}
            </button>
          </p>
        </Form>
      </details>
      <h2>{t('records:table.title')}</h2>
      <p>{t('records:table.text')}</p>
      <Form method="post" action="/work/record/export" reloadDocument>
        <button className="button button-quiet" type="submit">
          {t('records:table.button')}
        </button>
      </Form>
    </section>
  )
}
