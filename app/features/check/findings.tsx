import { useTranslation } from '#app/components/use-translation.ts'
import { SourceNote } from '#app/components/source.tsx'
import { EstimateDrawing } from './estimate-drawing.tsx'
import type { FindingsView, SourcedSentence } from './result-view.server.ts'

/** A sentence that opens to show where it comes from. */
function Sourced({ text, source }: Pick<SourcedSentence, 'text' | 'source'>) {
  return (
    <details className="reason">
      <summary>{text}</summary>
      <SourceNote source={source} />
    </details>
  )
}

/** Sentences, each with its source. */
function Reasons({ reasons }: { readonly reasons: readonly SourcedSentence[] }) {
  return (
    <ul className="reasons" role="list">
      {reasons.map(({ code, text, source }) => (
        <li key={code + text}>
          <Sourced text={text} source={source} />
        </li>
      ))}
    </ul>
  )
}

/** Until when to apply. */
export function Time({ time }: Pick<FindingsView, 'time'>) {
  const { t } = useTranslation()
  const { date, passed, daysLeft, told } = time
  return (
    <section className="card flow-tight">
      <h2>{t('check:result.timeTitle')}</h2>
      {date ? <p className="figure">{t(passed ? 'check:result.lastDayWas' : 'check:result.lastDay', { date })}</p> : null}
      {daysLeft === null ? null : <p>{t('check:result.daysLeft', { count: daysLeft })}</p>}
      {told.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      {time.lateForm ? <p>{t('check:result.lateForm')}</p> : null}
      {time.reasons.length > 0 ? <Reasons reasons={time.reasons} /> : <Sourced text={t('check:result.source')} source={time.source} />}
    </section>
  )
}

/** What it may come to, how that was counted, and what is not settled. */
export function Money({ money, assumptions }: Pick<FindingsView, 'money' | 'assumptions'>) {
  const { t } = useTranslation()
  return (
    <section className="card flow-tight">
      <h2>{t('check:result.moneyTitle')}</h2>
      {money.amount ? <p className="figure-money">{t(money.amount.key, { ...money.amount.params })}</p> : null}
      {money.picture ? <EstimateDrawing view={money.picture} /> : null}
      {money.notes.map(({ key }) => (
        <p key={key}>{t(key)}</p>
      ))}
      <Sourced text={t(money.most.key, { ...money.most.params })} source={money.most.source} />
      <details>
        <summary>{t('check:result.moneyHow')}</summary>
        <div className="flow">
          {money.reasons.length > 0 ? <Reasons reasons={money.reasons} /> : null}
          <h3>{t('check:result.assumptionsTitle')}</h3>
          <Reasons reasons={assumptions} />
        </div>
      </details>
    </section>
  )
}

/** The reasons by what they do: what needs care first. */
export function ReasonGroups({ groups }: Pick<FindingsView, 'groups'>) {
  const { t } = useTranslation()
  return groups.map(({ effect, reasons }) => (
    <section className={effect === 'risk' ? 'notice notice-care flow-tight' : 'flow-tight'} key={effect}>
      <h2>{t(`check:result.${effect}`)}</h2>
      <Reasons reasons={reasons} />
    </section>
  ))
}
