import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Choices } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { AnswerLines } from './answer-lines.tsx'
import type { ConflictView } from './conflict-view.server.ts'
import { FORM } from './question-page.tsx'

/** Shows both answers to each field that two windows changed, and asks the person which answer stays. */
export function ConflictPage({ view }: { readonly view: ConflictView }) {
  const { words, keep, only, asked } = view
  return (
    <Page title={words.title}>
      <ErrorSummary errors={view.errors} />
      <p>{words.text}</p>
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      <h2>{view.title}</h2>
      <PressForm className="flow" id={FORM} action={view.action} noValidate autoComplete="off">
        {view.fields.map(([name, value], index) => (
          <input type="hidden" key={index} name={name} value={value} />
        ))}
        {only?.map(({ title, lines, intent, label }) => (
          <section className="card flow-tight" key={title}>
            <h3>{title}</h3>
            <AnswerLines lines={lines} />
            <Keep value={intent} label={label} />
          </section>
        ))}
        {asked.map(field => (
          <Choices key={field.name} kind="radio" {...field} />
        ))}
        {only ? null : (
          <p className="button-row">
            <Keep value={keep.chosen} label={words.keepChosen} />
            <Keep value={keep.mine} label={words.allMine} quiet />
            <Keep value={keep.saved} label={words.allSaved} quiet />
          </p>
        )}
      </PressForm>
    </Page>
  )
}

function Keep({ value, label, quiet = false }: { readonly value: string; readonly label: string; readonly quiet?: boolean }) {
  return (
    <button className={quiet ? 'button button-quiet' : 'button'} type="submit" name="intent" value={value}>
      {label}
    </button>
  )
}
