import { Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import type { RecordDay, ShownLine } from './record-view.server.ts'

/** Lines of a record by day, with a link to older lines. */
export function RecordList({
  days,
  older,
  none,
}: {
  readonly days: readonly RecordDay[]
  readonly older: string | null
  readonly none: string
}) {
  const { t } = useTranslation()
  return (
    <>
      {days.length === 0 ? <p>{none}</p> : null}
      {days.map(({ day, lines }) => (
        <section className="flow-tight" key={day}>
          <h3>{day}</h3>
          <ul className="record-lines" role="list">
            {lines.map(line => (
              <Line key={line.place} line={line} />
            ))}
          </ul>
        </section>
      ))}
      {older ? (
        <p>
          <Link className="button button-quiet" to={older}>
            {t('records:record.older')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Line({ line: { time, moment, name, role, kind, caseNumber } }: { readonly line: ShownLine }) {
  const { t } = useTranslation()
  const who = role === 'survivor' || role === 'system' ? t(`records:who.${role}`) : (name ?? t('records:who.left'))
  return (
    <li>
      <time dateTime={moment}>{time}</time>
      <span className="record-what">{t(`records:kind.${kind}`)}</span>
      <span className="soft">
        <bdi>{who}</bdi>
        {role === 'survivor' || role === 'system' ? null : `, ${t(`work:role.${role}`)}`}
      </span>
      {caseNumber === null ? null : <Link to={`/work/cases/${caseNumber}`}>{t('records:record.case', { number: caseNumber })}</Link>}
    </li>
  )
}
