import { Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Choices, TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { StatementView } from './statement.server.ts'

/** A member's own statement: drafted sentences that the member confirms, in the language in which they sign. */
export function StatementPage({ view }: { readonly view: StatementView }) {
  const { t } = useTranslation()
  const { number, typed, sentences, notAllowed } = view
  const { list, at } = toldProblems(t, view.problems)
  // The printed sentences are English, whatever the language of the page is.
  const english = (text: string) => (
    <span lang="en" dir="ltr">
      {text}
    </span>
  )
  return (
    <Page title={t('casefile:statement.title')} back={`/work/cases/${number}`}>
      <ErrorSummary errors={list} />
      <p className="lede">{t('casefile:statement.lede')}</p>
      <p className="notice notice-care">{view.privilege}</p>
      {view.minor ? <p className="notice notice-care">{t('casefile:overview.minor')}</p> : null}
      <p>{t('casefile:statement.notKept')}</p>
      {/* A plain form, so that the browser itself saves the paper that comes back. */}
      <form className="flow" method="post" action={`/work/cases/${number}/papers/statement`} noValidate autoComplete="off">
        <h2>{t('casefile:statement.aboutMe')}</h2>
        {view.lines.map(name => (
          <TextField
            key={name}
            name={name}
            label={t(`casefile:statement.line.${name}`)}
            error={at(name)}
            defaultValue={typed.lines[name]}
          />
        ))}
        <Choices
          kind="checkbox"
          name="capacity"
          label={t('casefile:statement.capacities')}
          hint={t('casefile:statement.capacitiesHint')}
          options={view.capacities.map(({ value, label }) => ({ value, label: english(label) }))}
          chosen={typed.capacities}
        />
        <h2>{t('casefile:statement.facts')}</h2>
        {sentences.length > 0 ? (
          <Choices
            kind="checkbox"
            name="confirmed"
            label={t('casefile:statement.confirm')}
            hint={t('casefile:statement.confirmHint')}
            error={at('confirmed')}
            options={sentences.map(text => ({ value: text, label: english(text) }))}
            chosen={typed.confirmed}
          />
        ) : (
          <p>{t('casefile:statement.none')}</p>
        )}
        {notAllowed.length > 0 ? (
          <p className="notice">
            {t('casefile:statement.notAllowed', { facts: notAllowed.map(fact => t(`terms:statementFact.${fact}`)).join(', ') })}{' '}
            <Link to={view.askPath}>{t('casefile:statement.ask')}</Link>
          </p>
        ) : null}
        <TextArea
          name="howIKnow"
          label={t('casefile:statement.howIKnow')}
          hint={t('casefile:statement.ownWords')}
          error={at('howIKnow')}
          rows={5}
          defaultValue={typed.howIKnow}
        />
        <h2>{t('casefile:statement.crime')}</h2>
        <Choices
          kind="checkbox"
          name="believes"
          label={t('casefile:statement.crime')}
          hideLabel
          error={at('believes')}
          options={[{ value: '1', label: english(view.believes) }]}
          chosen={typed.believes ? ['1'] : []}
        />
        <TextArea
          name="whyIBelieve"
          label={t('casefile:statement.whyIBelieve')}
          hint={t('casefile:statement.ownWords')}
          error={at('whyIBelieve')}
          rows={5}
          defaultValue={typed.whyIBelieve}
        />
        <p>
          <button className="button" type="submit">
            {t('casefile:statement.make')}
          </button>
        </p>
        <p className="soft">{t('casefile:statement.sign')}</p>
      </form>
    </Page>
  )
}
