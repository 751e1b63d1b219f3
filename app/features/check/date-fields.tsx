import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HintAndError, TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { textOf, type FormValues } from './form-values.ts'

/** A date by its parts, named `<name>-month`, `<name>-day` and `<name>-year`; the month and the day may stay blank. */
export function DateFields({
  name,
  label,
  withDay = false,
  months,
  values,
  errorOf,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly withDay?: boolean
  readonly months: readonly string[]
  readonly values: FormValues
  /** The sentence for one field that has to be corrected. */
  readonly errorOf: (field: string) => string | undefined
  /** What can be said in place of a date. */
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  const parts = ['month', 'day', 'year'].map(part => `${name}-${part}`)
  const wrong = parts.find(part => errorOf(part) !== undefined)
  const error = wrong && errorOf(wrong)
  // The sentence stands once, above the parts; each part that it is about points to it.
  const mark = (part: string) => (part === wrong ? { 'aria-invalid': true, 'aria-describedby': `${name}-error` } : {})
  return (
    <fieldset className={error ? 'field field-invalid' : 'field'}>
      <legend>{label}</legend>
      <HintAndError name={name} label={label} error={error} />
      <div className="field-row">
        <SelectField
          name={`${name}-month`}
          label={t('check:question.month')}
          blank={t('check:question.monthBlank')}
          size="medium"
          options={months.map((month, index) => ({ value: String(index + 1).padStart(2, '0'), label: month }))}
          defaultValue={textOf(values, `${name}-month`)}
          {...mark(`${name}-month`)}
        />
        {withDay ? (
          <TextField
            name={`${name}-day`}
            label={t('check:question.day')}
            size="short"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            defaultValue={textOf(values, `${name}-day`)}
            {...mark(`${name}-day`)}
          />
        ) : null}
        <TextField
          name={`${name}-year`}
          label={t('check:question.year')}
          size="short"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          defaultValue={textOf(values, `${name}-year`)}
          {...mark(`${name}-year`)}
        />
      </div>
      {children}
    </fieldset>
  )
}
