import { useTranslation } from '#app/components/use-translation.ts'
import { CheckBox, FieldGroup } from '#app/components/field-frame.tsx'
import { TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { fieldOf, type DateView } from './field-view.ts'

/** A date by its parts; the day and the month may stay blank. If the view says so, there is also a box "it still goes on". */
export function DateField({ view, months }: { readonly view: DateView; readonly months: readonly string[] }) {
  const { t } = useTranslation()
  const { id, wrong, ongoing } = view
  // The error stands once, above the parts. The part that is wrong refers to it.
  const mark = (part: DateView['wrong']) => (part === wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})
  return (
    <FieldGroup {...fieldOf(view)}>
      <div className="date-parts">
        <SelectField
          name={`${id}-month`}
          label={t('check:question.month')}
          blank={t('check:question.monthBlank')}
          size="medium"
          options={months.map((month, index) => ({ value: String(index + 1).padStart(2, '0'), label: month }))}
          defaultValue={view.month}
          {...mark('month')}
        />
        {(['day', 'year'] as const).map(part =>
          view[part] === undefined ? null : (
            <TextField
              key={part}
              name={`${id}-${part}`}
              label={t(`check:question.${part}`)}
              size="short"
              inputMode="numeric"
              autoComplete="off"
              maxLength={10}
              defaultValue={view[part]}
              {...mark(part)}
            />
          ),
        )}
      </div>
      {ongoing ? <CheckBox {...fieldOf(ongoing)} on={ongoing.on} /> : null}
    </FieldGroup>
  )
}
