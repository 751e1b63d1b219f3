import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { Kept } from './kept-fields.tsx'
import type { CaseListView, CaseRow } from './list.server.ts'

/** The rows of the list. A member with permission marks some of them, to assign, print or export them. */
export function CaseRows({ view, at }: { readonly view: CaseListView; readonly at: (field: string) => string | undefined }) {
  const { t } = useTranslation()
  const some = view.rows.some(({ mayChoose }) => mayChoose)
  return (
    // Some of its buttons answer with a file, so the browser itself sends the form.
    <Form method="post" noValidate reloadDocument autoComplete="off">
      <Kept fields={view.fields} />
      <ul className="case-rows" role="list" id="cases" tabIndex={-1}>
        {view.rows.map(row => (
          <Row key={row.number} row={row} some={some} chosen={view.chosen.includes(row.number)} />
        ))}
      </ul>
      {some && view.mayAssign ? (
        <div className="case-bulk">
          <SelectField
            name="to"
            label={t('caseload:assign.to')}
            error={at('to')}
            blank={t('caseload:assign.choose')}
            options={view.takers}
            size="medium"
          />
          <button className="button button-quiet" type="submit" name="intent" value="assign">
            {t('caseload:assign.button')}
          </button>
        </div>
      ) : null}
      {some && view.mayPrint ? (
        <div className="case-bulk">
          <button className="button button-quiet" type="submit" formAction="/work/cases/papers" name="intent" value="papers">
            {t('caseload:many.papers')}
          </button>
          <span className="soft">{t('caseload:many.papersHint')}</span>
        </div>
      ) : null}
      {some && view.mayTakeOut ? (
        <details className="card" open={at('password') !== undefined}>
          <summary>{t('caseload:many.filesTitle')}</summary>
          <div className="flow">
            <p>{t('caseload:many.filesText')}</p>
            <TextField
              name="password"
              type="password"
              label={t('caseload:many.password')}
              error={at('password')}
              autoComplete="new-password"
              size="medium"
            />
            <p>
              <button className="button button-quiet" type="submit" formAction="/work/cases/files" name="intent" value="files">
                {t('caseload:many.files')}
              </button>
            </p>
          </div>
        </details>
      ) : null}
    </Form>
  )
}

function Row({ row, some, chosen }: { readonly row: CaseRow; readonly some: boolean; readonly chosen: boolean }) {
  const { t } = useTranslation()
  const { number, name, label, state, step, daysLeft, missing, language, workers, changed, alerts, mayChoose } = row
  const late = daysLeft !== null && daysLeft < 0
  return (
    <li className={late ? 'case-row case-late' : 'case-row'}>
      {mayChoose ? (
        <label className="case-choose">
          <input type="checkbox" name="case" value={number} defaultChecked={chosen} />
          <span className="sr-only">{t('caseload:row.choose', { number })}</span>
        </label>
      ) : some ? (
        <span className="case-choose" />
      ) : null}
      <div className="case-who">
        <Link className="case-link" to={`/work/cases/${number}`}>
          <bdi>{name || t('casefile:nameless')}</bdi>
        </Link>
        <span className="soft">
          {t('casefile:number', { number })}
          {label ? (
            <>
              {' · '}
              <bdi>{label}</bdi>
            </>
          ) : null}
        </span>
      </div>
      <div className="case-step">
        <span>{t(`caseload:step.${step}`)}</span>
        <span className="soft">
          {state ?? t('caseload:row.ended')}
          {missing > 0 ? ` · ${t('caseload:row.missing', { count: missing })}` : ''}
        </span>
      </div>
      <div className="case-days">
        {daysLeft === null ? (
          <span className="soft">{t('caseload:row.noDay')}</span>
        ) : (
          <strong>
            {late
              ? t('review:due.ago', { count: -daysLeft })
              : daysLeft === 0
                ? t('review:due.today')
                : t('review:due.left', { count: daysLeft })}
          </strong>
        )}
        <span className="soft">{workers.length > 0 ? workers.join(', ') : t('caseload:row.nobody')}</span>
        <span className="soft">
          {language ? `${language} · ` : ''}
          {t('caseload:row.changed', { day: changed })}
        </span>
      </div>
      {alerts.length > 0 ? (
        <ul className="case-alerts" role="list">
          {alerts.map(({ kind, numbers, askSupervisor }) => (
            <li key={kind} className="notice notice-care">
              {t(`caseload:alert.${kind}`)} {numbers.map(other => t('casefile:number', { number: other })).join(', ')}{' '}
              {askSupervisor ? t('caseload:alert.ask') : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}
