import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { Money, ReasonGroups, Time } from '#app/features/check/findings.tsx'
import { AnswerLines } from '../question/answer-lines.tsx'
import { KeptNotice } from '../kept-notice.tsx'
import { MissingList } from './missing-list.tsx'
import { NoWordsNotice } from '../return/no-words-notice.tsx'
import { PapersLink } from '../papers-link.tsx'
import type { ReviewedQuestion, ReviewView } from './review-view.server.ts'

/** Every answer, the missing facts, and what the rules find in the answers. */
export function ReviewPage({ view, changed, papers }: { readonly view: ReviewView; readonly changed: boolean; readonly papers: number }) {
  const { t } = useTranslation()
  const { findings } = view
  return (
    <Page title={t('flow:review.title')} back="/claim/tasks">
      <p className="lede">{t('flow:review.lede')}</p>
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      <NoWordsNotice noWords={view.noWords} />
      {view.voice ? <p className="voice">{view.voice}</p> : null}
      {changed ? <KeptNotice titles={view.kept} /> : null}
      <MissingList items={view.missing} />
      {view.sections.map(section => (
        <section className="flow-tight" key={section.id}>
          <h2>{section.title}</h2>
          <dl className="answers">
            {section.questions.map(question => (
              <Answered key={question.id} question={question} />
            ))}
          </dl>
        </section>
      ))}
      <section className="flow-tight">
        <h2>{t('flow:papers.reviewTitle')}</h2>
        <p>
          <PapersLink count={papers} />
        </p>
      </section>
      <p>
        <a className="button" href="/claim/packet">
          {t('flow:review.print')}
        </a>
      </p>
      <h2>{t('flow:review.findingsTitle')}</h2>
      <p className="notice">{t('flow:review.notDecision')}</p>
      <p className="soft">{t('check:result.sources')}</p>
      {view.whose ? <p className="voice">{view.whose}</p> : null}
      <Time time={findings.time} />
      <Money money={findings.money} assumptions={findings.assumptions} />
      <details>
        <summary>{t('flow:review.reasons')}</summary>
        <div className="flow">
          <p>{findings.outcome.text}</p>
          <ReasonGroups groups={findings.groups} />
        </div>
      </details>
    </Page>
  )
}

function Answered({ question }: { readonly question: ReviewedQuestion }) {
  const { t } = useTranslation()
  return (
    <div className="answer">
      <dt>{question.title}</dt>
      <dd>
        <AnswerLines lines={question.lines} />
      </dd>
      <dd className="answer-action">
        <a className="answer-change" href={question.path}>
          {t('common:actions.change')}
          <span className="sr-only">: {question.title}</span>
        </a>
      </dd>
    </div>
  )
}
