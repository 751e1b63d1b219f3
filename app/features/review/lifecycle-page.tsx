import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { AnswersToReview } from './answers-to-review.tsx'
import type { LifecycleRefused } from './lifecycle-action.server.ts'
import type { LifecycleView } from './lifecycle-view.server.ts'
import { StepForm } from './step-form.tsx'

/** The lifecycle of a claim: its state, the due days, the possible steps, and the answers with the comments of reviewers. */
export function LifecyclePage({ view, refused }: { readonly view: LifecycleView; readonly refused: LifecycleRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const errors = [...list, ...(refused?.obstacles ?? []).map(({ text }) => ({ fieldId: `step-${refused?.at}`, message: text }))]
  return (
    <Page title={t('review:title')}>
      <ErrorSummary errors={errors} />
      <StatusNotice text={view.done && !refused ? t('review:done') : null} />
      {view.notes.map(note => (
        <p className="notice" key={note}>
          {note}
        </p>
      ))}
      <section className="flow-tight" aria-labelledby="path-title">
        <h2 id="path-title">{t('review:path.title')}</h2>
        <ol className="lifecycle-path">
          {view.path.map(({ state, mark, label, day }) => (
            <li key={`${state} ${mark}`} className={`lifecycle-${mark}`} aria-current={mark === 'now' ? 'step' : undefined}>
              <span className="lifecycle-label">{label}</span>
              {day ? <span className="soft">{day}</span> : null}
              <span className="sr-only">{t(`review:path.${mark}`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <Due due={view.due} />
      <section className="flow-tight" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('review:steps.title')}</h2>
        {view.alone && view.steps.some(({ type }) => type === 'APPROVED') ? (
          <p className="notice notice-care">{t('review:alone')}</p>
        ) : null}
        {view.steps.length === 0 ? <p>{t('review:steps.none')}</p> : null}
        {view.steps.map(step => (
          <StepForm
            key={`${step.type} ${refused?.at === step.type ? 'refused' : ''}`}
            step={step}
            today={view.today}
            refused={refused?.at === step.type ? refused : undefined}
            at={at}
          />
        ))}
      </section>
      <AnswersToReview view={view} refused={refused} at={at} />
    </Page>
  )
}

function Due({ due }: Pick<LifecycleView, 'due'>) {
  const { t } = useTranslation()
  return (
    <section className="flow-tight" aria-labelledby="due-title">
      <h2 id="due-title">{t('review:due.title')}</h2>
      {due.length === 0 ? <p>{t('review:due.none')}</p> : null}
      <ul className="list-plain" role="list">
        {due.map(({ id, what, whose, day, daysLeft, overdue, notes, source }) => (
          <li key={id} className={overdue ? 'card flow-tight due-late' : 'card flow-tight'}>
            <p className="due-what">{what}</p>
            <p>
              <strong>{day}</strong> ·{' '}
              {overdue
                ? t('review:due.ago', { count: -daysLeft })
                : daysLeft === 0
                  ? t('review:due.today')
                  : t('review:due.left', { count: daysLeft })}{' '}
              · {whose}
            </p>
            <details>
              <summary>{t('review:due.why')}</summary>
              {notes.map(note => (
                <p key={note}>{note}</p>
              ))}
              {source ? <p className="citation">{t('common:citation.label', { text: source })}</p> : null}
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
