import { useTranslation } from '#app/components/use-translation.ts'
import { Page } from '#app/components/page.tsx'
import { PapersLink } from '../papers-link.tsx'
import { SectionMark } from '../section-marks.tsx'
import type { TasksView, TaskView } from './tasks-view.server.ts'

/** The parts of the claim: which are done, which are open, about how long they take, and how to save, print, close and delete the claim. */
export function TasksPage({
  view,
  papers,
  mayShare,
  suggestions,
}: {
  readonly view: TasksView
  readonly papers: number
  /** Whether there are organizations to share with. */
  readonly mayShare: boolean
  /** Number of suggestions that the person has neither taken nor declined. */
  readonly suggestions: number
}) {
  const { t } = useTranslation()
  const { done, started, hasPhrase } = view
  return (
    <Page title={t('flow:tasks.title')}>
      <p className="lede">
        {done ? t('flow:tasks.allDone') : t('flow:tasks.progress', { answered: view.answered, pages: view.pages })}
        {done ? null : ` ${t('flow:tasks.minutes', { count: view.minutes })}`}
      </p>
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      {view.voice ? <p className="voice">{view.voice}</p> : null}
      {suggestions > 0 ? (
        <p className="notice">
          <a href="/claim/suggestions">{t('flow:tasks.suggestions', { count: suggestions })}</a>
        </p>
      ) : null}
      <p>
        <a className="button" href={view.next}>
          {t(done ? 'flow:tasks.review' : started ? 'flow:tasks.goOn' : 'flow:tasks.begin')}
        </a>
      </p>
      <ol className="tasks">
        {view.tasks.map(task => (
          <Task key={task.id} task={task} />
        ))}
      </ol>
      {view.setAside.length > 0 ? (
        <details>
          <summary>{t('flow:tasks.keptTitle', { count: view.setAside.length })}</summary>
          <p>{t('flow:tasks.keptText')}</p>
          <ul className="list">
            {view.setAside.map(title => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {hasPhrase ? (
        <p className="soft">{view.kept}</p>
      ) : (
        <section className="notice notice-care flow-tight">
          <h2>{t('flow:tasks.noPhraseTitle')}</h2>
          <p>{t('flow:tasks.noPhraseText')}</p>
          <p>
            <a href="/claim/save">{t('flow:tasks.save')}</a>
          </p>
        </section>
      )}
      <h2>{t('flow:tasks.moreTitle')}</h2>
      <ul className="link-list" role="list">
        {done ? null : (
          <li>
            <a href="/claim/review">{t('flow:tasks.review')}</a>
          </li>
        )}
        <li>
          <PapersLink count={papers} />
        </li>
        <li>
          <a href="/claim/packet">{t('flow:tasks.print')}</a>
        </li>
        {mayShare ? (
          <li>
            <a href="/claim/share">{t('flow:tasks.share')}</a>
          </li>
        ) : null}
        <li>
          <a href="/claim/save">{t(hasPhrase ? 'flow:tasks.newPhrase' : 'flow:tasks.save')}</a>
        </li>
        <li>
          <a href="/claim/pause">{t('flow:tasks.pause')}</a>
        </li>
        <li>
          <a href="/claim/lock">{t('flow:tasks.lock')}</a>
        </li>
        <li>
          <a href="/claim/delete">{t('flow:tasks.delete')}</a>
        </li>
      </ul>
    </Page>
  )
}

function Task({ task }: { readonly task: TaskView }) {
  return (
    <li className="task">
      <a href={task.path}>{task.title}</a>
      <span className={task.state === 'complete' ? 'task-state task-done' : 'task-state soft'}>
        <SectionMark state={task.state} />
        {task.told}
      </span>
    </li>
  )
}
