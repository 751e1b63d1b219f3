import { CheckBox, FieldGroup } from '#app/components/field-frame.tsx'
import { Choices, TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { useTranslation } from '#app/components/use-translation.ts'
import { DateField } from './date-field.tsx'
import { fieldOf, type ButtonView, type ChoicesView, type FieldView, type GroupView, type ListView } from './field-view.ts'

interface FieldsProps {
  readonly fields: readonly FieldView[]
  readonly months: readonly string[]
  /** Address of the page. Buttons of lists add to it the place to which the page returns. */
  readonly action: string
}

/** The fields of a page, or of a part of it. */
export function Fields({ fields, ...page }: FieldsProps) {
  return fields.map(view => <Field key={view.id} view={view} {...page} />)
}

function Field({ view, ...page }: Omit<FieldsProps, 'fields'> & { readonly view: FieldView }) {
  switch (view.kind) {
    case 'fixed':
      return <input type="hidden" name={view.id} value={view.value} />
    case 'text':
      return (
        <>
          <TextField {...fieldOf(view)} size={view.size} inputMode={view.inputMode} defaultValue={view.value} autoComplete="off" />
          {view.keep ? <CheckBox {...fieldOf(view.keep)} on={view.keep.on} /> : null}
        </>
      )
    case 'textarea':
      return <TextArea {...fieldOf(view)} rows={view.rows} defaultValue={view.value} autoComplete="off" />
    case 'date':
      return <DateField view={view} months={page.months} />
    case 'group':
      return <Group view={view} {...page} />
    case 'list':
      return <List view={view} {...page} />
    default:
      return <Choice view={view} />
  }
}

function Choice({ view }: { readonly view: ChoicesView }) {
  const { t } = useTranslation()
  const { kind, options, chosen, none, hideLabel } = view
  return kind === 'select' ? (
    <SelectField {...fieldOf(view)} blank={t('flow:question.choose')} options={options} defaultValue={chosen[0] ?? ''} />
  ) : (
    <Choices {...fieldOf(view)} kind={kind} options={options} chosen={chosen} none={none} hideLabel={hideLabel} />
  )
}

function Group({ view, ...page }: Omit<FieldsProps, 'fields'> & { readonly view: GroupView }) {
  const { none, hideLabel, fields } = view
  return (
    <FieldGroup {...fieldOf(view)} hideLabel={hideLabel}>
      {none ? <CheckBox {...fieldOf(none)} on={none.on} /> : null}
      <div className="field-group">
        <Fields fields={fields} {...page} />
      </div>
    </FieldGroup>
  )
}

/** Entries, each with its fields. Buttons of the form add and take out entries, also without JavaScript. */
function List({ view, ...page }: Omit<FieldsProps, 'fields'> & { readonly view: ListView }) {
  const { id, none, hideLabel, entries, add } = view
  return (
    <FieldGroup {...fieldOf(view)} hideLabel={hideLabel}>
      {none ? <CheckBox {...fieldOf(none)} on={none.on} /> : null}
      {entries.map(entry => (
        <fieldset className="entry" key={entry.id} id={`${entry.id}-entry`}>
          <legend>{entry.title}</legend>
          <Fields fields={entry.fields} {...page} />
          {entry.fold ? (
            <details open={entry.fold.open}>
              <summary>{entry.fold.title}</summary>
              <div className="field-group">
                <Fields fields={entry.fold.fields} {...page} />
              </div>
            </details>
          ) : null}
          {entry.remove ? <ListButton button={entry.remove} place={`${id}-list`} action={page.action} /> : null}
        </fieldset>
      ))}
      {add ? (
        <p className="entry-add" id={`${id}-list`}>
          <ListButton button={add} place={`${id}.${entries.length}-entry`} action={page.action} />
        </p>
      ) : null}
    </FieldGroup>
  )
}

function ListButton({ button, place, action }: { readonly button: ButtonView; readonly place: string; readonly action: string }) {
  return (
    <button className="button button-quiet" type="submit" name="intent" value={button.intent} formAction={`${action}#${place}`}>
      {button.label}
    </button>
  )
}
