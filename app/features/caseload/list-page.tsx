import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { CaseRows } from './case-rows.tsx'
import { Kept } from './kept-fields.tsx'
import type { CaseListView } from './list.server.ts'
import { useListKeys } from './use-list-keys.ts'

/** The cases that a member may see: a search, filters, saved views, and a row for each case with what comes next. */
export function ListPage({ view }: { readonly view: CaseListView }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, view.problems)
  const refused =
    view.refused.length > 0 ? [{ fieldId: 'to', message: t('caseload:errors.refused', { numbers: view.refused.join(', ') }) }] : []
  useListKeys()
  return (
    <Page title={t('caseload:title')}>
      <ErrorSummary errors={[...list, ...refused]} />
      <StatusNotice text={view.done && list.length + refused.length === 0 ? t(`caseload:done.${view.done}`) : null} />
      {view.mayCreate ? (
        <p>
          <Link className="button" to="/work/cases/new">
            {t('caseload:new.link')}
          </Link>
        </p>
      ) : null}
      <Form className="case-search flow-tight" method="post" autoComplete="off">
        <Kept fields={view.fields} />
        <TextField
          name="search"
          label={t('caseload:search.label')}
          hint={t('caseload:search.hint')}
          defaultValue={view.search}
          autoComplete="off"
          spellCheck={false}
        />
        <p className="button-row">
          <button className="button" type="submit" name="intent" value="search">
            {t('caseload:search.button')}
          </button>
          {view.search === '' ? null : <Link to="/work/cases">{t('caseload:search.clear')}</Link>}
        </p>
      </Form>
      <Filters view={view} />
      <Views view={view} error={at('name')} />
      {view.rows.length === 0 ? (
        <p className="notice">
          {t(view.search !== '' ? 'caseload:none.found' : view.filtered ? 'caseload:none.filtered' : 'caseload:none.yet')}
        </p>
      ) : null}
      {view.rows.length === 0 ? null : <CaseRows view={view} at={at} />}
      {view.search !== '' && view.more ? <p>{t('caseload:search.more')}</p> : null}
      {view.next ? (
        <p>
          <Link className="button button-quiet" to={view.next}>
            {t('caseload:next')}
          </Link>
        </p>
      ) : null}
      <p className="soft">{t('caseload:keys')}</p>
    </Page>
  )
}

function Filters({ view }: { readonly view: CaseListView }) {
  const { t } = useTranslation()
  const { fields } = view
  const select = (name: keyof CaseListView['fields'], options: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectField
      name={name}
      label={t(`caseload:filter.${name}`)}
      blank={t('caseload:filter.any')}
      options={options}
      defaultValue={fields[name]}
    />
  )
  return (
    <details className="card" open={view.filtered}>
      <summary>{t('caseload:filter.title')}</summary>
      {/* Only codes go into the address, never the words of a search. */}
      <Form className="flow" method="get" action="/work/cases" key={JSON.stringify(fields)}>
        <div className="filter-grid">
          {select('state', view.states)}
          {select(
            'due',
            (['overdue', 'week', 'month', 'none'] as const).map(value => ({ value, label: t(`caseload:due.${value}`) })),
          )}
          {select(
            'missing',
            (['some', 'none'] as const).map(value => ({ value, label: t(`caseload:missing.${value}`) })),
          )}
          {select('language', view.languages)}
          {select('member', [
            { value: 'me', label: t('caseload:filter.me') },
            { value: 'nobody', label: t('caseload:filter.nobody') },
            ...view.members,
          ])}
          {select('ended', [{ value: 'yes', label: t('caseload:filter.endedYes') }])}
          {select(
            'sort',
            (['due', 'changed', 'number'] as const).map(value => ({ value, label: t(`caseload:sort.${value}`) })),
          )}
        </div>
        <p className="button-row">
          <button className="button" type="submit">
            {t('caseload:filter.button')}
          </button>
          {view.filtered ? <Link to="/work/cases">{t('caseload:filter.clear')}</Link> : null}
        </p>
      </Form>
    </details>
  )
}

/** Filters that the member saved under a name. */
function Views({ view, error }: { readonly view: CaseListView; readonly error: string | undefined }) {
  const { t } = useTranslation()
  return (
    <details className="card" open={view.views.length > 0 || error !== undefined}>
      <summary>{t('caseload:views.title')}</summary>
      {view.views.length === 0 ? <p>{t('caseload:views.none')}</p> : null}
      <ul className="list-plain view-list" role="list">
        {view.views.map(({ id, name, path }) => (
          <li key={id}>
            <Link to={path}>
              <bdi>{name}</bdi>
            </Link>
            <Form method="post">
              <Kept fields={view.fields} />
              <input type="hidden" name="view" value={id} />
              <button
                className="link-button"
                type="submit"
                name="intent"
                value="forget"
                aria-label={t('caseload:views.removeThis', { name })}
              >
                {t('caseload:views.remove')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <Form className="flow-tight" method="post" noValidate autoComplete="off" key={view.views.length}>
        <Kept fields={view.fields} />
        <TextField name="name" label={t('caseload:views.name')} error={error} size="medium" autoComplete="off" />
        <p>
          <button className="button button-quiet" type="submit" name="intent" value="keep">
            {t('caseload:views.keep')}
          </button>
        </p>
      </Form>
    </details>
  )
}
