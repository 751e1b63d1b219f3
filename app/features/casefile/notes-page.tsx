import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { NotesRefused, NotesView } from './notes.server.ts'

/** Notes about a case: only the organization reads them, and no packet prints them. */
export function NotesPage({ view, refused }: { readonly view: NotesView; readonly refused: NotesRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  const refusedNew = refused?.id === '' ? refused : undefined
  return (
    <Page title={t('casefile:notes.title')}>
      <ErrorSummary errors={list} />
      <StatusNotice text={view.done && !refused ? t('casefile:overview.done') : null} />
      <p className="lede">{t('casefile:notes.lede')}</p>
      {view.mayWrite ? (
        <Form className="flow-tight" method="post" noValidate key={view.notes.length}>
          <TextArea name="text" label={t('casefile:notes.new')} error={at('text')} rows={4} defaultValue={refusedNew?.text ?? ''} />
          <p>
            <button className="button" type="submit" name="intent" value="add">
              {t('casefile:notes.save')}
            </button>
          </p>
        </Form>
      ) : null}
      {view.notes.length === 0 ? <p>{t('casefile:notes.none')}</p> : null}
      <ul className="list-plain" role="list">
        {view.notes.map(note => (
          <Note
            key={`${note.id} ${note.seen}`}
            note={note}
            mayDelete={view.mayDelete}
            refused={refused?.id === note.id ? refused : undefined}
            error={at(`text${note.id}`)}
          />
        ))}
      </ul>
    </Page>
  )
}

function Note({
  note,
  mayDelete,
  refused,
  error,
}: {
  readonly note: NotesView['notes'][number]
  readonly mayDelete: boolean
  readonly refused: NotesRefused | undefined
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const { id, text, by, on, mayChange, seen } = note
  return (
    <li className="card flow-tight">
      <p className="soft">{t('casefile:notes.by', { name: by ?? t('review:left'), day: on })}</p>
      <p className="note-text">
        <bdi>{refused?.current ?? text}</bdi>
      </p>
      {mayChange ? (
        <details open={refused !== undefined}>
          <summary>{t('casefile:notes.change')}</summary>
          <Form className="flow-tight" method="post" noValidate>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="seen" value={refused?.seen ?? seen} />
            <TextArea name={`text${id}`} label={t('casefile:notes.text')} error={error} rows={4} defaultValue={refused?.text ?? text} />
            <p>
              <button className="button button-quiet" type="submit" name="intent" value="change">
                {t('casefile:notes.saveChange')}
              </button>
            </p>
          </Form>
        </details>
      ) : null}
      {mayDelete ? (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <button
            className="button button-quiet"
            type="submit"
            name="intent"
            value="remove"
            aria-label={t('casefile:notes.removeThis', { name: by ?? t('review:left'), day: on })}
          >
            {t('casefile:notes.remove')}
          </button>
        </Form>
      ) : null}
    </li>
  )
}
