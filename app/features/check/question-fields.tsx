import { useTranslation } from 'react-i18next'
import { Choices, TextField } from '#app/components/fields.tsx'
import { DateFields } from './date-fields.tsx'
import { listOf, NONE, textOf, type FormValues } from './form-values.ts'
import type { QuestionView } from './question-view.server.ts'

interface FieldsProps {
  readonly view: QuestionView
  /** What the form holds now: the answer as kept, or what was just sent. */
  readonly values: FormValues
  /** The sentence for one field that has to be corrected. */
  readonly errorOf: (field: string) => string | undefined
}

/** The form field of each question with choices, and the group of `terms.json` that labels them. */
const CHOICES = {
  kinds: { name: 'kinds', labels: 'terms:kind', none: false },
  place: { name: 'place', labels: 'check:place.options', none: false },
  proof: { name: 'evidence', labels: 'terms:evidence', none: true },
  'loss-proof': { name: 'incomeEvidence', labels: 'terms:incomeEvidence', none: true },
  pauses: { name: 'pauses', labels: 'terms:pause', none: true },
} as const

function ChoiceFields({ view, id, values, errorOf }: FieldsProps & { readonly id: keyof typeof CHOICES }) {
  const { t } = useTranslation()
  const { name, labels, none } = CHOICES[id]
  const options = view.options.map(value => ({ value, label: t(`${labels}.${value}`) }))
  return (
    <Choices
      kind={id === 'place' ? 'radio' : 'checkbox'}
      name={name}
      label={t(`check:${id}.title`)}
      hideLabel
      error={errorOf(name)}
      options={none ? [...options, { value: NONE, label: t(`check:${id}.none`) }] : options}
      chosen={listOf(values, name)}
    />
  )
}

function CrimeDates({ view, values, errorOf }: FieldsProps) {
  const { t } = useTranslation()
  const common = { months: view.months, values, errorOf }
  return (
    <>
      <DateFields name="start" label={t('check:dates.start')} {...common} />
      <DateFields name="end" label={t('check:dates.end')} {...common}>
        <label className="option">
          <input type="checkbox" name="end-ongoing" defaultChecked={textOf(values, 'end-ongoing') !== ''} />
          <span>
            {t('check:dates.ongoing')}
            <span className="option-hint">{t('check:dates.ongoingHint')}</span>
          </span>
        </label>
      </DateFields>
    </>
  )
}

function WeeklyHours({ values, errorOf }: FieldsProps) {
  const { t } = useTranslation()
  const input = { size: 'short', inputMode: 'decimal', autoComplete: 'off', maxLength: 10 } as const
  return (
    <>
      <TextField
        name="hours-low"
        label={t('check:hours.low')}
        error={errorOf('hours-low')}
        defaultValue={textOf(values, 'hours-low')}
        {...input}
      />
      <TextField
        name="hours-high"
        label={t('check:hours.high')}
        hint={t('check:hours.highHint')}
        error={errorOf('hours-high')}
        defaultValue={textOf(values, 'hours-high')}
        {...input}
      />
    </>
  )
}

/** The fields of one question. */
export function QuestionFields(props: FieldsProps) {
  const { t } = useTranslation()
  const { id, months } = props.view
  if (id === 'dates') return <CrimeDates {...props} />
  if (id === 'hours') return <WeeklyHours {...props} />
  if (id === 'birth-year') return <DateFields name="born" label={t('check:birth-year.born')} withDay months={months} {...props} />
  return <ChoiceFields {...props} id={id} />
}
