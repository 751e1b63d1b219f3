import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { AnswerLines } from '#app/features/claim/question/answer-lines.tsx'
import type { LifecycleRefused } from './lifecycle-action.server.ts'
import type { CommentView, LifecycleView } from './lifecycle-view.server.ts'

type Pages = LifecycleView['sections'][number]['pages'][number]

/** The answers by section, each with the comments of reviewers. */
export function AnswersToReview({
  view,
  refused,
  at,
}: {
  readonly view: LifecycleView
  readonly refused: LifecycleRefused | undefined
  readonly at: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  return (
    <section className="flow" aria-labelledby="answers-title">
      <h2 id="answers-title">{t('review:answers.title')}</h2>
      <p>{t('review:answers.open', { count: view.openComments })}</p>
      {view.storyShared ? null : <p className="notice">{t('review:storyNotShared')}</p>}
      {view.sections.map(({ id, title, pages }) => (
        <details
          key={id}
          className="review-section"
          open={pages.some(({ id: page, comments }) => page === refused?.at || comments.some(({ resolved }) => !resolved))}
        >
          <summary>
            {title}
            <Open count={pages.flatMap(({ comments }) => comments).filter(({ resolved }) => !resolved).length} />
          </summary>
          <ul className="list-plain" role="list">
            {pages.map(page => (
              <ReviewedPage
                key={page.id}
                page={page}
                view={view}
                refused={refused?.at === page.id ? refused : undefined}
                error={at(`words-${page.id}`)}
              />
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Open({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  return count === 0 ? null : <span className="open-comments">{t('review:answers.openHere', { count })}</span>
}

function ReviewedPage({
  page,
  view,
  refused,
  error,
}: {
  readonly page: Pages
  readonly view: LifecycleView
  readonly refused: LifecycleRefused | undefined
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const { id, title, lines, comments } = page
  return (
    <li className="reviewed flow-tight">
      <h3>{title}</h3>
      <AnswerLines lines={lines} />
      {comments.map(comment => (
        <Comment key={comment.id} comment={comment} mayResolve={view.mayResolve} />
      ))}
      {view.mayComment ? (
        <details open={refused !== undefined}>
          <summary>{t('review:comment.write')}</summary>
          <Form className="flow-tight" method="post" noValidate key={comments.length}>
            <input type="hidden" name="page" value={id} />
            <TextArea
              name={`words-${id}`}
              label={t('review:comment.label')}
              hint={t('review:comment.hint')}
              error={error}
              rows={3}
              defaultValue={refused?.typed[`words-${id}`] ?? ''}
            />
            <p>
              <button className="button button-quiet" type="submit" name="intent" value="comment">
                {t('review:comment.save')}
              </button>
            </p>
          </Form>
        </details>
      ) : null}
    </li>
  )
}

function Comment({ comment, mayResolve }: { readonly comment: CommentView; readonly mayResolve: boolean }) {
  const { t } = useTranslation()
  const { id, words, by, on, resolved } = comment
  return (
    <div className={resolved ? 'comment comment-resolved' : 'comment'}>
      <p className="comment-by">
        {t('review:comment.by', { name: by, day: on })}
        {resolved ? ` · ${t('review:comment.resolved')}` : ''}
      </p>
      <p className="comment-words">
        <bdi>{words}</bdi>
      </p>
      {mayResolve ? (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <button className="button button-quiet" type="submit" name="intent" value={resolved ? 'reopen' : 'resolve'}>
            {t(resolved ? 'review:comment.reopen' : 'review:comment.resolve')}
          </button>
        </Form>
      ) : null}
    </div>
  )
}
