import { Choices, HintAndError, TextField } from '#app/components/fields.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { useTranslation } from 'react-i18next'
import { Box } from './box.tsx'
import { DateField } from './date-field.tsx'
import type { ButtonView, ChoicesView, FieldView, GroupView, ListView } from './field-view.ts'

interface FieldsProps {
  readonly fields: readonly FieldView[]
  readonly months: readonly string[]
  /** Address of the page, to which buttons of lists add the place to come back to. */
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
        <TextField
          name={view.id}
          label={view.label}
          hint={view.hint}
          error={view.error}
          size={view.size}
          inputMode={view.inputMode}
          defaultValue={view.value}
          autoComplete="off"
        />
      )
    case 'textarea':
      return (
        <TextArea
          name={view.id}
          label={view.label}
          hint={view.hint}
          error={view.error}
          rows={view.rows}
          defaultValue={view.value}
          autoComplete="off"
        />
      )
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
  const { id, label, hint, error, options, chosen } = view
  if (view.kind === 'select') {
    return (
      <SelectField
        name={id}
        label={label}
        hint={hint}
        error={error}
        blank={t('flow:question.choose')}
        options={options}
        defaultValue={chosen[0] ?? ''}
      />
    )
  }
  return (
    <Choices
      kind={view.kind}
      name={id}
      label={label}
      hint={hint}
      error={error}
      options={options}
      chosen={chosen}
      hideLabel={view.hideLabel ?? false}
    />
  )
}

function Group({ view, ...page }: Omit<FieldsProps, 'fields'> & { readonly view: GroupView }) {
  const { id, label, hint, error, none, hideLabel } = view
  return (
    <fieldset className={error ? 'field field-invalid' : 'field'}>
      <legend className={hideLabel ? 'sr-only' : undefined}>{label}</legend>
      <HintAndError name={id} label={label} hint={hint} error={error} />
      {none ? <Box view={none} /> : null}
      <div className="field-group">
        <Fields fields={view.fields} {...page} />
      </div>
    </fieldset>
  )
}

/** Entries, each with its fields; buttons of the form add and take out, with and without JavaScript. */
function List({ view, ...page }: Omit<FieldsProps, 'fields'> & { readonly view: ListView }) {
  const { id, label, hint, error, none, hideLabel, entries, add } = view
  return (
    <fieldset className={error ? 'field field-invalid' : 'field'}>
      <legend className={hideLabel ? 'sr-only' : undefined}>{label}</legend>
      <HintAndError name={id} label={label} hint={hint} error={error} />
      {none ? <Box view={none} /> : null}
      {entries.map(entry => (
        <fieldset className="entry" key={entry.id} id={`${entry.id}-entry`}>
          <legend>{entry.title}</legend>
          <Fields fields={entry.fields} {...page} />
          {entry.remove ? <ListButton button={entry.remove} place={`${id}-list`} action={page.action} /> : null}
        </fieldset>
      ))}
      {add ? (
        <p className="entry-add" id={`${id}-list`}>
          <ListButton button={add} place={`${id}.${entries.length}-entry`} action={page.action} />
        </p>
      ) : null}
    </fieldset>
  )
}

function ListButton({ button, place, action }: { readonly button: ButtonView; readonly place: string; readonly action: string }) {
  return (
    <button className="button button-quiet" type="submit" name="intent" value={button.intent} formAction={`${action}#${place}`}>
      {button.label}
    </button>
  )
}
