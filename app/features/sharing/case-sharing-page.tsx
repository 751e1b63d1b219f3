import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { CheckBox } from '#app/components/field-frame.tsx'
import { Choices, TextField } from '#app/components/fields.tsx'
import { Page } from '#app/components/page.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { useTopOfPage } from '#app/components/use-top-of-page.ts'
import { toldProblems } from '#app/forms/told-problem.ts'
import type { CaseSharingOutcome, CaseSharingView } from './case-sharing.server.ts'

type Refused = Extract<CaseSharingOutcome, { readonly kind: 'refused' }>

/** Who holds a claim, and the forms that hand it over. */
export function CaseSharingPage({ view, refused }: { readonly view: CaseSharingView | null; readonly refused: Refused | undefined }) {
  const { t } = useTranslation()
  const { list, at } = toldProblems(t, refused?.problems ?? [])
  if (!view) {
    return (
      <Page title={t('sharing:case.title')}>
        <p>{t('sharing:case.gone')}</p>
      </Page>
    )
  }
  return (
    <Page title={t('sharing:case.title')}>
      <ErrorSummary errors={list} />
      <p>{t(view.ours ? 'sharing:case.ours' : 'sharing:case.theirs', { day: view.since })}</p>
      <ul className="list">
        {(['answers', 'story', 'papers'] as const).map(part => (
          <li key={part}>{t(`sharing:case.${view.parts.includes(part) ? 'has' : 'hasNot'}.${part}`)}</li>
        ))}
        <li>{t(view.mayEdit ? 'sharing:case.has.edit' : 'sharing:case.hasNot.edit')}</li>
      </ul>
      {view.ours && view.mayHandOver ? <Words view={view} refused={refused} at={at} /> : null}
      {view.ours && view.mayTransfer ? <Transfer view={view} refused={refused} at={at} /> : null}
      {view.ours ? null : <p className="notice">{t('sharing:case.onlyThey')}</p>}
    </Page>
  )
}

interface Part {
  readonly view: CaseSharingView
  readonly refused: Refused | undefined
  readonly at: (field: string) => string | undefined
}

function Words({ view, refused, at }: Part) {
  const { t } = useTranslation()
  return (
    <section className="flow">
      <h2>{t('sharing:case.wordsTitle')}</h2>
      <p>{t('sharing:case.wordsText')}</p>
      <Form className="flow" method="post" noValidate>
        <SelectField
          name="language"
          label={t('sharing:case.language')}
          error={at('language')}
          blank={t('sharing:case.choose')}
          options={view.languages}
          defaultValue={refused?.typed.language ?? view.language}
          size="medium"
        />
        <Choices
          kind="radio"
          name="keep"
          label={t('sharing:case.keep')}
          error={at('keep')}
          options={(['yes', 'no'] as const).map(value => ({
            value,
            label: t(`sharing:case.keeps.${value}`),
            hint: t(`sharing:case.keepsHint.${value}`),
          }))}
          chosen={[refused?.typed.keep ?? '']}
        />
        <p>
          <button className="button" type="submit" name="intent" value="words">
            {t('sharing:case.makeWords')}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Transfer({ view, refused, at }: Part) {
  const { t } = useTranslation()
  const typed = refused?.typed
  return (
    <section className="flow">
      <h2>{t('sharing:case.transferTitle')}</h2>
      <p>{t('sharing:case.transferText')}</p>
      <Form className="flow" method="post" noValidate autoComplete="off">
        <TextField
          name="code"
          label={t('sharing:case.code')}
          hint={t('sharing:case.codeHint')}
          error={at('code')}
          defaultValue={typed?.code ?? ''}
          size="medium"
          spellCheck={false}
        />
        <SelectField
          name="way"
          label={t('sharing:case.wayLabel')}
          error={at('way')}
          blank={t('sharing:case.choose')}
          options={view.consentWays.map(value => ({ value, label: t(`sharing:case.way.${value}`) }))}
          defaultValue={typed?.way ?? ''}
          size="medium"
        />
        <TextField
          name="day"
          type="date"
          max={view.today}
          label={t('sharing:case.day')}
          error={at('day')}
          defaultValue={typed?.day ?? ''}
          size="medium"
        />
        <TextField name="heard" label={t('sharing:case.heard')} error={at('heard')} defaultValue={typed?.heard ?? ''} size="medium" />
        <CheckBox name="sure" value="1" label={t('sharing:case.sure')} error={at('sure')} />
        <p>
          <button className="button" type="submit" name="intent" value="transfer">
            {t('sharing:case.transfer')}
          </button>
        </p>
      </Form>
    </section>
  )
}

/** The phrase, on a page that the member prints and gives to the survivor. It is shown once. */
export function HandedOverPage({ units, address }: { readonly units: readonly string[]; readonly address: string }) {
  const { t } = useTranslation()
  useTopOfPage()
  return (
    <div className="words-page">
      <Page title={t('sharing:handed.title')}>
        <p className="lede no-print">{t('sharing:handed.lede')}</p>
        <ol className="phrase" translate="no">
          {units.map((unit, index) => (
            // A phrase may hold the same word twice, so the index is the key.
            <li key={index}>{unit}</li>
          ))}
        </ol>
        <p>{t('sharing:handed.where', { address, link: t('flow:start.return') })}</p>
        <ul className="list no-print">
          <li>{t('sharing:handed.once')}</li>
          <li>{t('sharing:handed.safe')}</li>
        </ul>
      </Page>
    </div>
  )
}
