import { Form, Link } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import type { DueRow, DueView } from './due.server.ts'

/** Things due across cases: tasks of the organization by how near they are, and answers that it waits for. It prints as the day's list. */
export function DuePage({ view }: { readonly view: DueView }) {
  const { t } = useTranslation()
  const { ours, board, notes, days } = view
  const waits = board.late.length + board.ahead.length > 0
  return (
    <Page title={t('due:title')}>
      <p className="lede">{t('due:lede', { day: view.today })}</p>
      <p className="no-print">
        <Link className="due-link" to="/work/due/calendar">
          {t('due:toCalendar')}
        </Link>
      </p>
      <Filters view={view} />
      {view.cutAt === null ? null : <p className="notice">{t('due:more', { count: view.cutAt })}</p>}
      {ours.length === 0 && !waits ? <p className="notice">{t(view.filtered ? 'due:none.filtered' : 'due:none.yet')}</p> : null}
      {ours.length > 0 || waits ? (
        <section className="flow">
          <h2>{t('due:ours.title')}</h2>
          {ours.length === 0 ? <p>{t('due:ours.none')}</p> : null}
          {ours.map(({ span, rows }) => (
            <Group key={span} title={t(`due:span.${span}`, days)} hint={span === 'past' ? t('due:pastHint') : null} rows={rows} />
          ))}
        </section>
      ) : null}
      {waits ? (
        <section className="flow">
          <h2>{t('due:board.title')}</h2>
          <p>{t('due:board.lede')}</p>
          {board.late.length > 0 ? <Group title={t('due:board.late')} hint={null} rows={board.late} /> : null}
          {board.ahead.length > 0 ? <Group title={t('due:board.ahead')} hint={null} rows={board.ahead} /> : null}
        </section>
      ) : null}
      {ours.length > 0 || waits ? <Notes notes={notes} /> : null}
    </Page>
  )
}

function Filters({ view: { fields, filtered, members, teams } }: { readonly view: DueView }) {
  const { t } = useTranslation()
  return (
    <details className="card no-print" open={filtered}>
      <summary>{t('due:filter.title')}</summary>
      {/* Only codes go into the address. */}
      <Form className="flow" method="get" action="/work/due" key={JSON.stringify(fields)}>
        <SelectField
          name="member"
          label={t('due:filter.member')}
          blank={t('due:filter.any')}
          options={[{ value: 'me', label: t('due:filter.me') }, { value: 'nobody', label: t('due:filter.nobody') }, ...members]}
          defaultValue={fields.member}
        />
        {teams.length === 0 ? null : (
          <SelectField
            name="team"
            label={t('due:filter.team')}
            blank={t('due:filter.any')}
            options={[{ value: 'none', label: t('due:filter.noTeam') }, ...teams]}
            defaultValue={fields.team}
          />
        )}
        <p className="button-row">
          <button className="button" type="submit">
            {t('due:filter.button')}
          </button>
          {filtered ? <Link to="/work/due">{t('due:filter.clear')}</Link> : null}
        </p>
      </Form>
    </details>
  )
}

function Group({ title, hint, rows }: { readonly title: string; readonly hint: string | null; readonly rows: readonly DueRow[] }) {
  return (
    <section className="flow-tight">
      <h3>{title}</h3>
      {hint === null ? null : <p className="soft">{hint}</p>}
      <ul className="due-rows" role="list">
        {rows.map(row => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Row({ row: { number, label, workers, what, day, date, daysLeft, overdue, certainty, notes } }: { readonly row: DueRow }) {
  const { t } = useTranslation()
  return (
    <li className={overdue ? 'due-row due-late' : 'due-row'}>
      <div>
        <time dateTime={day}>
          <strong>
            <bdi>{date}</bdi>
          </strong>
        </time>
        <span>
          {overdue
            ? t('review:due.ago', { count: -daysLeft })
            : daysLeft === 0
              ? t('review:due.today')
              : t('review:due.left', { count: daysLeft })}
        </span>
      </div>
      <div>
        <span className="due-what">{what}</span>
        <span className="soft">
          {t(`due:certainty.${certainty}`)}
          {notes.length === 0 ? null : ` (${t('due:noted', { count: notes.length, notes: notes.join(', ') })})`}
        </span>
      </div>
      <div>
        <span>
          <Link className="due-link" to={`/work/cases/${number}`}>
            {t('casefile:number', { number })}
          </Link>
          {label ? (
            <>
              {' · '}
              <bdi>{label}</bdi>
            </>
          ) : null}
        </span>
        <span className="soft">{workers.length === 0 ? t('due:nobody') : workers.join(', ')}</span>
      </div>
    </li>
  )
}

function Notes({ notes }: Pick<DueView, 'notes'>) {
  const { t } = useTranslation()
  return (
    <section className="flow-tight due-notes">
      {notes.length === 0 ? null : (
        <>
          <h2>{t('due:notes.title')}</h2>
          <ul className="list-plain" role="list">
            {notes.map((text, index) => (
              <li key={text}>{t('due:notes.line', { number: index + 1, text })}</li>
            ))}
          </ul>
        </>
      )}
      <p className="soft">{t('due:notes.case')}</p>
    </section>
  )
}
