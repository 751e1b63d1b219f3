import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import { Money, ReasonGroups, Time } from '#app/features/check/findings.tsx'
import { AnswerLines } from '#app/features/claim/question/answer-lines.tsx'
import { PacketOptions } from '#app/features/claim/packet/packet-options.tsx'
import { AboutFields } from './about-fields.tsx'
import type { OverviewRefused, OverviewView } from './overview.server.ts'

/** A case at a glance: its state, what is missing, what the rules find, and every answer. */
export function OverviewPage({ view, refused }: { readonly view: OverviewView; readonly refused: OverviewRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const { due } = view
  return (
    <Page title={t('casefile:overview.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !refused ? t('casefile:overview.done') : null} />
      <dl className="facts">
        <dt>{t('casefile:overview.state')}</dt>
        <dd>{view.state}</dd>
        <dt>{t('casefile:overview.next')}</dt>
        <dd>
          {due
            ? `${due.what}: ${due.day} (${due.daysLeft < 0 ? t('review:due.ago', { count: -due.daysLeft }) : t('review:due.left', { count: due.daysLeft })})`
            : t('casefile:overview.noDue')}
        </dd>
        <dt>{t('casefile:overview.workers')}</dt>
        <dd>{view.workers.length > 0 ? view.workers.join(', ') : t('casefile:overview.nobody')}</dd>
        <dt>{t('casefile:overview.papers')}</dt>
        <dd>
          {view.papers === null
            ? t('casefile:overview.papersNotShared')
            : t('casefile:overview.papersCount', { count: view.papers.length })}
          {view.papers && view.papers.length > 0 ? (
            <ul className="list">
              {view.papers.map(paper => (
                <li key={paper}>
                  <bdi>{paper}</bdi>
                </li>
              ))}
            </ul>
          ) : null}
          {view.mayAttach ? (
            <p>
              <Link to={`/work/cases/${view.number}/papers`}>{t('casefile:papers.link')}</Link>
            </p>
          ) : null}
        </dd>
      </dl>
      {view.minor ? <p className="notice notice-care">{t('casefile:overview.minor')}</p> : null}
      {view.storyShared ? null : <p className="notice">{t('review:storyNotShared')}</p>}
      <Missing missing={view.missing} />
      <Answers view={view} />
      <section className="flow">
        <h2>{t('flow:review.findingsTitle')}</h2>
        <p className="notice">{t('flow:review.notDecision')}</p>
        <Time time={view.findings.time} />
        <Money money={view.findings.money} assumptions={view.findings.assumptions} />
        <details>
          <summary>{t('flow:review.reasons')}</summary>
          <div className="flow">
            <p>{view.findings.outcome.text}</p>
            <ReasonGroups groups={view.findings.groups} />
          </div>
        </details>
      </section>
      {view.mayPrint ? <Packet view={view} /> : null}
      {view.mayDescribe ? (
        <details className="card" open={refused !== undefined}>
          <summary>{t('casefile:about.title')}</summary>
          <Form className="flow" method="post" action={`/work/cases/${view.number}?index`} noValidate autoComplete="off">
            <AboutFields typed={refused?.typed ?? view.about} at={at} />
            <p>
              <button className="button" type="submit">
                {t('casefile:about.save')}
              </button>
            </p>
          </Form>
        </details>
      ) : null}
    </Page>
  )
}

function Missing({ missing }: Pick<OverviewView, 'missing'>) {
  const { t } = useTranslation()
  return (
    <section className="flow-tight">
      <h2>{t('casefile:overview.missing', { count: missing.length })}</h2>
      {missing.length === 0 ? <p>{t('flow:missing.nothing')}</p> : null}
      <ul className="list">
        {missing.map(({ id, words, path }) => (
          <li key={id}>{path === null ? words : <Link to={path}>{words}</Link>}</li>
        ))}
      </ul>
    </section>
  )
}

function Answers({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  return (
    <section className="flow-tight">
      <h2>{t('casefile:overview.answers')}</h2>
      {view.sections.map(({ id, title, questions }) => (
        <details key={id} className="case-section">
          <summary>{title}</summary>
          <dl className="answers">
            {questions.map(({ id: page, title: asks, lines, path, byStaff }) => (
              <div className="answer" key={page}>
                <dt>{asks}</dt>
                <dd>
                  <AnswerLines lines={lines} />
                  {byStaff ? <p className="soft">{t('casefile:overview.byStaff')}</p> : null}
                </dd>
                {path === null ? null : (
                  <dd className="answer-action">
                    <Link className="answer-change" to={path}>
                      {t('common:actions.change')}
                      <span className="sr-only">: {asks}</span>
                    </Link>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}

/** One plain form for both buttons, so that the browser itself saves the file that comes back. */
function Packet({ view }: { readonly view: OverviewView }) {
  const { t } = useTranslation()
  return (
    <details className="card" open={view.options.errors.length > 0}>
      <summary>{t('casefile:packet.title')}</summary>
      <form className="flow" method="post" noValidate>
        <p>{t(view.storyShared ? 'casefile:packet.text' : 'casefile:packet.withoutStory')}</p>
        <PacketOptions view={view.options} />
        <p className="button-row">
          {(['mail', 'keep'] as const).map(part => (
            <button className="button" type="submit" key={part} formAction={`/work/cases/${view.number}/papers/${part}`}>
              {t(`flow:packet.${part}Get`)}
            </button>
          ))}
        </p>
      </form>
      <ul className="list">
        {(['statement', 'copy'] as const).map(page => (
          <li key={page}>
            <Link to={`/work/cases/${view.number}/${page}`}>{t(`casefile:${page}.title`)}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
