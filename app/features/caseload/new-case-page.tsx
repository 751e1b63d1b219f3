import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Page } from '#app/components/page.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { AboutFields } from '#app/features/casefile/about-fields.tsx'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { NewCaseRefused, NewCaseView } from './new-case.server.ts'

const NOTHING = { label: '', otherSide: '' }

/** Begins a case for a survivor who has no claim yet. */
export function NewCasePage({ view, refused }: { readonly view: NewCaseView; readonly refused: NewCaseRefused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  return (
    <Page title={t('caseload:new.title')} back="/work/cases">
      <ErrorSummary errors={list} />
      <p className="lede">{t('caseload:new.lede')}</p>
      <Form className="flow" method="post" noValidate autoComplete="off">
        <SelectField
          name="language"
          label={t('caseload:new.language')}
          hint={t('caseload:new.languageHint')}
          error={at('language')}
          blank={t('caseload:assign.choose')}
          options={view.languages}
          defaultValue={refused?.typed.language ?? ''}
          size="medium"
        />
        <AboutFields typed={refused?.typed ?? NOTHING} at={at} />
        {refused && refused.conflicts.length > 0 ? (
          <div className="notice notice-care flow-tight">
            {refused.conflicts.map(({ numbers, askSupervisor }, index) => (
              <p key={index}>
                {t('caseload:alert.conflict')} {numbers.map(number => t('casefile:number', { number })).join(', ')}{' '}
                {askSupervisor ? t('caseload:alert.ask') : null}
              </p>
            ))}
            <label className="option">
              <input type="checkbox" id="anyway" name="anyway" value="1" />
              <span>{t('caseload:new.anyway')}</span>
            </label>
          </div>
        ) : null}
        <p>
          <button className="button" type="submit">
            {t('caseload:new.button')}
          </button>
        </p>
      </Form>
    </Page>
  )
}
