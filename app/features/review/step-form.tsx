import { Form } from '@remix-run/react'
import { useTranslation } from '#app/components/use-translation.ts'
import { CheckBox } from '#app/components/field-frame.tsx'
import { TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import type { LifecycleRefused } from './lifecycle-action.server.ts'
import type { StepView } from './lifecycle-view.server.ts'

/** One step: its form, or the reasons why it waits. */
export function StepForm({
  step,
  today,
  refused,
  at,
}: {
  readonly step: StepView
  readonly today: string
  readonly refused: LifecycleRefused | undefined
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
  const select = (name: string) => ({
    name: id(name),
    label: t(`review:fields.${name}`),
    error: at(id(name)),
    blank: t('review:fields.choose'),
    size: 'medium' as const,
  })
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
          <CheckBox name={id('sure')} value="1" label={t('review:steps.sure')} error={at(id('sure'))} />
        </>
      ) : null}
      {step.asksWho ? (
        <SelectField
          {...select('who')}
          options={step.who}
          defaultValue={typed[id('who')] ?? (step.who.length === 1 ? step.who[0]?.value : '')}
        />
      ) : null}
      {step.asksDay ? (
        <TextField
          name={id('day')}
          label={t(`review:day.${type}`)}
          hint={t('review:fields.dayHint')}
          error={at(id('day'))}
          size="medium"
          type="date"
          max={today}
          defaultValue={typed[id('day')] ?? ''}
        />
      ) : null}
      {step.asksInPart ? (
        <CheckBox name={id('inPart')} value="1" label={t('review:fields.inPart')} on={typed[id('inPart')] !== undefined} />
      ) : null}
      {step.asksWay ? <SelectField {...select('way')} options={step.ways} defaultValue={typed[id('way')] ?? ''} /> : null}
      {step.asksWhy ? <SelectField {...select('why')} options={step.reasons} defaultValue={typed[id('why')] ?? ''} /> : null}
      <p>
        <button className="button" type="submit" name="intent" value={type}>
          {label}
        </button>
      </p>
    </Form>
  )
}
