import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { ReadFirst } from '#app/components/read-first.tsx'
import { SaveLine } from '#app/components/save-line.tsx'
import { Fields } from '#app/forms/fields.tsx'
import { UnderstoodNotice } from '#app/forms/understood-notice.tsx'
import { KeptNotice } from '../kept-notice.tsx'
import { NoWordsNotice } from '../return/no-words-notice.tsx'
import { SectionMarks } from '../section-marks.tsx'
import type { QuestionView } from './question-view.server.ts'
import { UnsentNotice, type Unsent } from './unsent-notice.tsx'

/** Id of a question's form. */
export const FORM = 'question'

/** One question of the claim. It works without JavaScript: it is a form that posts, with buttons and links. */
export function QuestionPage({
  view,
  unsent,
}: {
  readonly view: QuestionView
  /** Why the form that was sent is not saved. */
  readonly unsent: Unsent | undefined
}) {
  const { t } = useTranslation()
  return (
    <Page title={view.title} back={view.back} step={view.step} above={<SectionMarks sections={view.sections} />}>
      <UnsentNotice why={unsent} />
      <ErrorSummary errors={view.errors} />
      <UnderstoodNotice notice={view.understood.notice} />
      <KeptNotice titles={view.kept} />
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      <NoWordsNotice noWords={view.noWords} />
      {view.voice ? <p className="voice">{view.voice}</p> : null}
      {view.left ? <p className="notice">{t('flow:question.left', { how: view.left })}</p> : null}
      <p>{view.why}</p>
      {view.readFirst ? (
        <ReadFirst help={view.help} points={view.points} />
      ) : (
        <details>
          <summary>{t('flow:question.helpTitle')}</summary>
          <p>{view.help}</p>
        </details>
      )}
      <QuestionForm view={view} />
      <p className="page-links">
        <a href="/claim/tasks">{t('flow:question.toTasks')}</a>
        <a href={view.hasPhrase ? '/claim/pause' : '/claim/save'}>{t(view.hasPhrase ? 'flow:question.toPause' : 'flow:question.toSave')}</a>
      </p>
    </Page>
  )
}

function QuestionForm({ view }: { readonly view: QuestionView }) {
  const { t } = useTranslation()
  return (
    <PressForm
      className="flow"
      id={FORM}
      action={view.action}
      noValidate
      autoComplete="off"
      data-autosave={`/claim/autosave/${view.id}`}
      data-unsaved={view.unsaved ? '' : undefined}
      data-focus-on={view.focus}
    >
      {/* What the form is made from, and what it shows. */}
      <input type="hidden" name="seen" value={view.seen} />
      <input type="hidden" name="base" value={view.base} />
      <input type="hidden" name="shown" value={view.understood.shown} />
      <noscript>
        <p className="soft">{t('claim:form.saveFirst')}</p>
      </noscript>
      <Fields fields={view.fields} months={view.months} action={view.action} />
      <p className="button-row">
        <button className="button" type="submit" name="intent" value="answer">
          {t('flow:question.continue')}
        </button>
        <SaveLine saving={t('flow:question.saving')} saved={t('flow:question.saved')} unsaved={t('flow:question.unsaved')} />
      </p>
      {view.skipped ? <LeaveOpen skipped={view.skipped} toAdvocate={view.toAdvocate} answered={view.answered} /> : null}
    </PressForm>
  )
}

/** Buttons that go on without an answer, with a sentence about what that means. */
function LeaveOpen({
  skipped,
  toAdvocate,
  answered,
}: {
  readonly skipped: string
  readonly toAdvocate: string
  readonly answered: boolean
}) {
  const { t } = useTranslation()
  return (
    <section className="leave-open flow-tight">
      <h2>{t('flow:question.leaveTitle')}</h2>
      <p className="soft">{skipped}</p>
      {answered ? <p className="soft">{t('flow:question.leaveErases')}</p> : null}
      <p className="leave-ways">
        <button className="link-button" type="submit" name="intent" value="skip">
          {t('flow:question.skip')}
        </button>
        <button className="link-button" type="submit" name="intent" value="advocate">
          {toAdvocate}
        </button>
      </p>
    </section>
  )
}
