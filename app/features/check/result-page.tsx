import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PhoneLink } from '#app/components/phone-link.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { Money, ReasonGroups, Time } from './findings.tsx'
import type { ResultView } from './result-view.server.ts'

function Next({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation()
  return (
    <section className="flow">
      <h2>{t('check:result.nextTitle')}</h2>
      <ol className="list-steps">
        {view.next.map(key => (
          <li key={key}>{t(`check:result.${key}`)}</li>
        ))}
      </ol>
      <p className="button-row">
        <a className="button" href="/help">
          {t('check:result.find')}
        </a>
        <a className="button button-quiet" href="/claim">
          {t('flow:start.link')}
        </a>
        <PhoneLink number={view.calvcb} label={t('check:result.callCalvcb', { number: view.calvcb })} />
      </p>
      <details>
        <summary>{t('check:result.formTitle')}</summary>
        <div className="flow-tight">
          <p>{t('check:result.formText')}</p>
          <ul className="list">
            {view.missing.map(item => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  )
}

function Answers({ answers }: Pick<ResultView, 'answers'>) {
  const { t } = useTranslation()
  return (
    <section className="flow">
      <h2>{t('check:result.answersTitle')}</h2>
      <dl className="answers">
        {answers.map(({ id, path, sentences }) => (
          <div className="answer" key={id}>
            <dt>{t(`check:${id}.title`)}</dt>
            {sentences.map(({ key, params }) => (
              <dd key={key}>{t(key, { ...params })}</dd>
            ))}
            <dd className="answer-action">
              <a className="answer-change" href={path}>
                {t('common:actions.change')}
                <span className="sr-only">: {t(`check:${id}.title`)}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the check found, why, and what can be done next. It ends with the way to erase the answers. */
export function ResultPage({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation()
  return (
    <Page title={view.outcome.title} back={view.answers.at(-1)?.path ?? '/check'}>
      <p className="lede">{view.outcome.text}</p>
      <p className="notice">{t('check:result.notDecision')}</p>
      <p className="soft">{t('check:result.sources')}</p>
      <ReasonGroups groups={view.groups} />
      <Time time={view.time} />
      <Money money={view.money} assumptions={view.assumptions} />
      <Next view={view} />
      <Answers answers={view.answers} />
      <section className="flow-tight">
        <h2>{t('check:result.eraseTitle')}</h2>
        <p>{t('check:result.eraseText')}</p>
        <PressForm action="/check/forget">
          <button className="button button-quiet" type="submit">
            {t('common:actions.forget')}
          </button>
        </PressForm>
      </section>
    </Page>
  )
}
