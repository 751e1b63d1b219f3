import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import type { FiguresView } from './figures.server.ts'

/** Counts for people outside the organization, with the rule that hides small counts. */
export function FiguresPage({ view }: { readonly view: FiguresView }) {
  const { t } = useTranslation()
  return (
    <Page title={t('records:figures.title')}>
      <p className="lede">{t('records:figures.lede')}</p>
      <p>{t('records:figures.rule', { least: view.least })}</p>
      <p className="soft">{t(view.teamAlone ? 'records:figures.ofTeam' : 'records:figures.ofGroup')}</p>
      {view.none ? (
        <p>{t('records:figures.none')}</p>
      ) : (
        <>
          <p className="figure-all">
            {t('records:figures.all')}: <strong>{view.all}</strong>
          </p>
          <Form method="post" action="/work/figures/table" reloadDocument>
            <button className="button" type="submit">
              {t('records:figures.button')}
            </button>
          </Form>
          {view.tables.map(({ title, columns, rows }) => (
            <table className="figure-table" key={title}>
              <caption>{title}</caption>
              <thead>
                <tr>
                  <td />
                  {columns.map(column => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, cells }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, place) => (
                      <td key={columns[place]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </>
      )}
    </Page>
  )
}
