import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { EnterButton } from '#app/components/enter-button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { ReadFirst } from '#app/components/read-first.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import { Fields } from '#app/forms/fields.tsx'
import { UnsentNotice, type Unsent } from '#app/features/claim/question/unsent-notice.tsx'
import { SavingLink } from '#app/features/casefile/saving-link.tsx'
import { SECTION_FORM } from '#app/features/casefile/section-form.ts'
import type { PreparedPage, SectionView } from './section-view.server.ts'

const ASK_EVERY_MS = 20_000

/** A whole section on one page, made for the keyboard: one form with one button. */
export function SectionPage({
  view,
  conflict,
  unsent,
}: {
  readonly view: SectionView
  readonly conflict: boolean
  /** Why a form without mistakes is not saved. */
  readonly unsent: Unsent | undefined
}) {
  const { t } = useTranslation()
  const saving = useNavigation().state === 'submitting'
  const save = useRef<HTMLButtonElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save.current?.click()
  }
  const errors = conflict
    ? [...view.errors, { fieldId: `q-${view.pages.find(({ conflicts }) => conflicts.length > 0)?.id}`, message: t('filing:conflict.text') }]
    : view.errors
  return (
    <Page title={view.title}>
      <UnsentNotice why={unsent} />
      <ErrorSummary errors={errors} />
      <StatusNotice text={view.done && errors.length === 0 && !unsent ? t(`filing:done.${view.done}`) : null} />
      <Others number={view.number} others={view.others} />
      <nav className="section-nav" aria-label={t('filing:sections')}>
        <ul role="list">
          {view.sections.map(({ id, title, path, open }) => (
            <li key={id}>
              <SavingLink to={path} end={false} current={path === view.action}>
                {title}
              </SavingLink>{' '}
              <span className="soft">{open === 0 ? t('filing:full') : t('filing:open', { count: open })}</span>
            </li>
          ))}
        </ul>
      </nav>
      {view.changeLine ? <p className="notice notice-care">{view.changeLine}</p> : null}
      {view.storyHidden ? <p className="notice">{t('review:storyNotShared')}</p> : null}
      {view.setAside.length > 0 ? <p className="notice">{t('filing:setAside', { pages: view.setAside.join(', ') })}</p> : null}
      {view.waiting > 0 ? <p className="notice">{t('filing:waiting', { count: view.waiting })}</p> : null}
      {view.outcomes.length > 0 ? (
        <details>
          <summary>{t('filing:outcome.title')}</summary>
          <ul className="list">
            {view.outcomes.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {/* The form hears Ctrl and Enter, and a sentence above the button tells everyone of the shortcut. */}
      <Form
        id={SECTION_FORM}
        className="flow section-form"
        method="post"
        action={view.action}
        noValidate
        autoComplete="off"
        key={view.draw}
        onKeyDown={onKeyDown}
      >
        <EnterButton value="save" />
        {view.pages.map(page => (
          <Prepared key={page.id} page={page} months={view.months} action={view.action} />
        ))}
        <p className="section-save">
          <button ref={save} className="button" type="submit" name="intent" value="save" aria-disabled={saving}>
            {t('filing:save')}
          </button>
          <span className="soft">{t('filing:keys')}</span>
        </p>
      </Form>
    </Page>
  )
}

function Prepared({ page, months, action }: { readonly page: PreparedPage; readonly months: readonly string[]; readonly action: string }) {
  const { t } = useTranslation()
  const { id, title, help, points, readFirst, fields, base, state, left, byStaff, suggests, conflicts } = page
  return (
    <section className="prepared" id={id} aria-labelledby={`q-${id}`}>
      <div className="flow-tight">
        <h2 id={`q-${id}`} tabIndex={-1}>
          {title}
        </h2>
        <p className="soft">
          {t(`filing:state.${state}`)} {byStaff ? t('filing:byStaff') : null} {suggests ? t('filing:suggests') : null}
        </p>
        {readFirst ? (
          <ReadFirst help={help} points={points} />
        ) : (
          <details>
            <summary>{t('filing:help')}</summary>
            <p>{help}</p>
          </details>
        )}
      </div>
      <div className="flow-tight">
        <input type="hidden" name={`${id}__base`} value={base} />
        {conflicts.length > 0 ? <Conflicts id={id} conflicts={conflicts} /> : null}
        <Fields fields={fields} months={months} action={action} />
        {left !== null && state !== 'answered' ? (
          <SelectField
            name={`${id}__left`}
            label={t('filing:left')}
            blank={t('filing:leftBlank')}
            options={(['skipped', 'advocate'] as const).map(value => ({ value, label: t(`terms:leftOpen.${value}`) }))}
            defaultValue={left}
            size="medium"
          />
        ) : null}
      </div>
    </section>
  )
}

/** Both answers of each field that two people changed, and a box that keeps the saved one. The form below holds the member's own words. */
function Conflicts({ id, conflicts }: { readonly id: string; readonly conflicts: PreparedPage['conflicts'] }) {
  const { t } = useTranslation()
  return (
    <div className="notice notice-care flow-tight">
      <p>{t('filing:conflict.here')}</p>
      {conflicts.map(({ field, label, saved, mine }) => (
        <fieldset className="field" key={field}>
          <legend>{label}</legend>
          <dl className="facts">
            <dt>{t('filing:conflict.saved')}</dt>
            <dd>
              <bdi>{saved}</bdi>
            </dd>
            <dt>{t('filing:conflict.mine')}</dt>
            <dd>
              <bdi>{mine}</bdi>
            </dd>
          </dl>
          <label className="option">
            <input type="checkbox" name={`${id}__saved.${field}`} value="1" />
            <span>{t('filing:conflict.keepSaved')}</span>
          </label>
        </fieldset>
      ))}
    </div>
  )
}

/** Names of others who have the case open; `null` if the server does not answer. The answer replaces nothing that was typed on the page. */
async function askOthers(number: number): Promise<readonly string[] | null> {
  try {
    const response = await fetch(`/work/cases/${number}/here`, { redirect: 'error' })
    return response.ok ? ((await response.json()) as { readonly others: readonly string[] }).others : null
  } catch {
    return null
  }
}

/** Says who else has the case open: first as of the page's loading and then, with JavaScript, as of now. */
function Others({ number, others }: { readonly number: number; readonly others: readonly string[] }) {
  const { t } = useTranslation()
  const [heard, setHeard] = useState<readonly string[] | null>(null)
  // Only an effect can ask again and again by a timer of the browser.
  useEffect(() => {
    const timer = window.setInterval(() => void askOthers(number).then(setHeard), ASK_EVERY_MS)
    return () => window.clearInterval(timer)
  }, [number])
  const names = heard ?? others
  return (
    <p className={names.length > 0 ? 'notice' : 'sr-only'} role="status">
      {names.length > 0 ? t('filing:others', { count: names.length, names: names.join(', ') }) : null}
    </p>
  )
}
