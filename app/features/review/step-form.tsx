import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import type { LifeRefused } from './life-action.server.ts'
import type { StepView } from './life-view.server.ts'

/** One step: its form, or why it waits. */
export function StepForm({
  step,
  today,
  refused,
  at,
}: {
  readonly step: StepView
  readonly today: string
  readonly refused: LifeRefused | undefined
  readonly at: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  const { type, label, obstacles } = step
  const shown = refused && refused.obstacles.length > 0 ? refused.obstacles : obstacles
  return (
    <details className="card step" id={`step-${type}`} open={refused !== undefined}>
      <summary>
        {label}
        {obstacles.length > 0 ? <span className="soft"> {t('review:steps.waits')}</span> : null}
      </summary>
      {shown.length > 0 ? (
        <ul className="list">
          {shown.map(({ text, source }) => (
            <li key={text}>
              {text}
              {source ? <span className="citation"> {t('common:citation.label', { text: source })}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {obstacles.length > 0 ? null : <Fields step={step} today={today} typed={refused?.typed ?? {}} at={at} />}
    </details>
  )
}

function Fields({
  step,
  today,
  typed,
  at,
}: {
  readonly step: StepView
  readonly today: string
  readonly typed: Readonly<Record<string, string>>
  readonly at: (field: string) => string | undefined
}) {
  const { t } = useTranslation()
  const { type, label } = step
  const id = (name: string) => `${type}-${name}`
  return (
    <Form className="flow" method="post" noValidate autoComplete="off">
      {step.keeps.length > 0 ? (
        <ul className="list">
          {step.keeps.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {step.undoes ? (
        <>
          <p className="notice notice-care">{t('review:steps.undoes')}</p>
          <input type="hidden" name={id('undoes')} value="1" />
          <Check id={id('sure')} label={t('review:steps.sure')} error={at(id('sure'))} />
        </>
      ) : null}
      {step.asksWho ? (
        <Choice
          id={id('who')}
          label={t('review:fields.who')}
          error={at(id('who'))}
          options={step.who}
          value={typed[id('who')] ?? (step.who.length === 1 ? step.who[0]?.value : '')}
        />
      ) : null}
      {step.asksDay ? (
        <Day
          id={id('day')}
          label={t(`review:day.${type}`)}
          hint={t('review:fields.dayHint')}
          error={at(id('day'))}
          value={typed[id('day')] ?? ''}
          today={today}
        />
      ) : null}
      {step.asksInPart ? (
        <Check id={id('inPart')} label={t('review:fields.inPart')} error={undefined} on={typed[id('inPart')] !== undefined} />
      ) : null}
      {step.asksWay ? (
        <Choice id={id('way')} label={t('review:fields.way')} error={undefined} options={step.ways} value={typed[id('way')] ?? ''} />
      ) : null}
      {step.asksWhy ? (
        <Choice id={id('why')} label={t('review:fields.why')} error={at(id('why'))} options={step.reasons} value={typed[id('why')] ?? ''} />
      ) : null}
      <p>
        <button className="button" type="submit" name="intent" value={type}>
          {label}
        </button>
      </p>
    </Form>
  )
}

interface Shown {
  readonly id: string
  readonly label: string
  readonly error: string | undefined
}

function Day({ id, label, hint, error, value, today }: Shown & { readonly hint: string; readonly value: string; readonly today: string }) {
  return <TextField name={id} label={label} hint={hint} error={error} size="medium" type="date" max={today} defaultValue={value} />
}

function Choice({
  id,
  label,
  error,
  options,
  value,
}: Shown & { readonly options: readonly { readonly value: string; readonly label: string }[]; readonly value: string | undefined }) {
  const { t } = useTranslation()
  return (
    <SelectField
      name={id}
      label={label}
      error={error}
      blank={t('review:fields.choose')}
      options={options}
      defaultValue={value}
      size="medium"
    />
  )
}

function Check({ id, label, error, on = false }: Shown & { readonly on?: boolean }) {
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <label className="option">
        <input type="checkbox" id={id} name={id} value="1" defaultChecked={on} aria-describedby={error ? `${id}-error` : undefined} />
        <span>{label}</span>
      </label>
    </div>
  )
}
