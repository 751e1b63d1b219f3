import { Form, Link, useNavigation } from '@remix-run/react'
import { memo, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { EnterButton } from '#app/components/enter-button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { Fields } from '#app/forms/fields.tsx'
import { KeptNotice } from '../kept-notice.tsx'
import { NoWordsNotice } from '../return/no-words-notice.tsx'
import type { QuestionView } from './question-view.server.ts'
import { UnsentNotice, type Unsent } from './unsent-notice.tsx'

/** One question of the claim. It works without JavaScript: it is a form that posts, with buttons and links. */
export function QuestionPage({
  view,
  unsent,
  whole = false,
}: {
  readonly view: QuestionView
  /** Why the form that was sent is not saved. */
  readonly unsent: Unsent | undefined
  /** Whether the browser itself sends the form, so that the next page is loaded as a whole document. */
  readonly whole?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Page key={view.id} title={view.title} back={view.back} step={view.step}>
      <UnsentNotice why={unsent} />
      <ErrorSummary errors={view.errors} />
      <KeptNotice titles={view.kept} />
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      <NoWordsNotice noWords={view.noWords} />
      {view.voice ? <p className="voice">{view.voice}</p> : null}
      {view.left ? <p className="notice">{t('flow:question.left', { how: view.left })}</p> : null}
      <p>{view.why}</p>
      {view.readFirst ? (
        <p className="notice notice-care">{view.help}</p>
      ) : (
        <details>
          <summary>{t('flow:question.helpTitle')}</summary>
          <p>{view.help}</p>
        </details>
      )}
      <QuestionForm key={view.draw} view={view} whole={whole} />
      <p className="page-links">
        <Link to="/claim/tasks">{t('flow:question.toTasks')}</Link>
        <Link to={view.hasPhrase ? '/claim/pause' : '/claim/save'}>
          {t(view.hasPhrase ? 'flow:question.toPause' : 'flow:question.toSave')}
        </Link>
      </p>
    </Page>
  )
}

/** Hidden fields that say what the form is made from. A save by the page's script changes them, and React must not change them back. */
const MadeFrom = memo(function MadeFrom({ seen, base }: Pick<QuestionView, 'seen' | 'base'>) {
  return (
    <>
      <input type="hidden" name="seen" defaultValue={seen} />
      <input type="hidden" name="base" defaultValue={base} />
    </>
  )
})

function QuestionForm({ view, whole }: { readonly view: QuestionView; readonly whole: boolean }) {
  const { t } = useTranslation()
  const navigation = useNavigation()
  const saving = navigation.state !== 'idle' && navigation.formData !== undefined
  // A button has added an entry to the page, and only an effect can move the focus there.
  useEffect(() => {
    if (view.focus) document.getElementById(view.focus)?.focus()
  }, [view.focus])
  return (
    <Form
      className="flow"
      method="post"
      action={view.action}
      reloadDocument={whole}
      noValidate
      autoComplete="off"
      data-autosave={`/claim/autosave/${view.id}`}
      data-unsaved={whole ? '' : undefined}
    >
      <EnterButton value="answer" />
      <MadeFrom seen={view.seen} base={view.base} />
      <Fields fields={view.fields} months={view.months} action={view.action} />
      <p className="button-row">
        <button className="button" type="submit" name="intent" value="answer" aria-disabled={saving}>
          {t(saving ? 'flow:question.saving' : 'flow:question.continue')}
        </button>
        <span className="soft" role="status">
          {saving ? (
            t('flow:question.saving')
          ) : (
            <span data-save-line data-saved={t('flow:question.saved')} data-unsaved={t('flow:question.unsaved')} />
          )}
        </span>
      </p>
      {view.skipped ? <LeaveOpen skipped={view.skipped} answered={view.answered} /> : null}
    </Form>
  )
}

/** Buttons that go on without an answer, with a sentence about what that means. */
function LeaveOpen({ skipped, answered }: { readonly skipped: string; readonly answered: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="leave-open flow-tight">
      <h2>{t('flow:question.leaveTitle')}</h2>
      <p className="soft">{skipped}</p>
      {answered ? <p className="soft">{t('flow:question.leaveErases')}</p> : null}
      <p className="button-row">
        <button className="button button-quiet" type="submit" name="intent" value="skip">
          {t('flow:question.skip')}
        </button>
        <button className="button button-quiet" type="submit" name="intent" value="advocate">
          {t('flow:question.advocate')}
        </button>
      </p>
    </section>
  )
}
