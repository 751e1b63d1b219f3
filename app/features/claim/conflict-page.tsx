import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '#app/components/page.tsx'
import { useTopOfPage } from '#app/components/use-top-of-page.ts'
import type { AnswerLine } from './answer-words.server.ts'
import type { ConflictView } from './conflict-view.server.ts'
import { AnswerLines } from './answer-lines.tsx'

/** The same page was answered in two windows: both answers, and the person says which one stays. */
export function ConflictPage({ view }: { readonly view: ConflictView }) {
  const { t } = useTranslation()
  useTopOfPage()
  return (
    <Page title={t('flow:conflict.title')}>
      <p>{t('flow:conflict.text')}</p>
      <h2>{view.title}</h2>
      <Side title={t('flow:conflict.mine')} lines={view.mine}>
        <Form method="post" action={view.action}>
          {view.fields.map(([name, value], index) => (
            <input type="hidden" key={`${index} ${name}`} name={name} value={value} />
          ))}
          <button className="button" type="submit">
            {t('flow:conflict.keepMine')}
          </button>
        </Form>
      </Side>
      <Side title={t('flow:conflict.saved')} lines={view.saved}>
        <Link className="button button-quiet" to={view.path}>
          {t('flow:conflict.keepSaved')}
        </Link>
      </Side>
    </Page>
  )
}

function Side({ title, lines, children }: { readonly title: string; readonly lines: readonly AnswerLine[]; readonly children: React.ReactNode }) {
  return (
    <section className="card flow-tight">
      <h3>{title}</h3>
      <AnswerLines lines={lines} />
      {children}
    </section>
  )
}
