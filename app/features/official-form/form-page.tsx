import { Page } from '#app/components/page.tsx'
import { PressForm } from '#app/components/press-form.tsx'
import { StatusNotice } from '#app/components/status-notice.tsx'
import type { Choice, ChoiceGroup, FieldView, FormPageView } from './form-view.server.ts'

/** One page of the form as a picture with its boxes, and a list of choices for every box. */
export function FormPage({ view }: { readonly view: FormPageView }) {
  const { sentences, fields } = view
  return (
    <Page title={sentences.title} back={view.back}>
      <StatusNotice text={view.status} />
      <Picture view={view} />
      <h2>{sentences.fields}</h2>
      {fields.length === 0 ? (
        <p>{sentences.noFields}</p>
      ) : (
        <PressForm className="flow" autoComplete="off">
          <input type="hidden" name="version" value={view.version} />
          {fields.map(field => (
            <Field key={field.control} field={field} view={view} />
          ))}
          <button className="button" type="submit">
            {sentences.save}
          </button>
        </PressForm>
      )}
    </Page>
  )
}

function Picture({ view: { picturePath, width, height, fields, sentences } }: { readonly view: FormPageView }) {
  return (
    <svg className="form-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentences.picture}>
      <image href={picturePath} width={width} height={height} />
      {fields.map(field => (
        <g key={field.control}>
          <rect
            className={field.answer === '' ? 'form-box form-box-blank' : 'form-box'}
            x={field.x}
            y={field.y}
            width={field.width}
            height={field.height}
          />
          <svg x={field.x} y={field.y} width={Math.max(field.width, 12)} height={Math.max(field.height, 8)}>
            <text className="form-box-number" x={1} y={7}>
              {field.number}
            </text>
            {field.kind === 'text' ? (
              <text className="form-box-answer" x={12} y={7}>
                {field.answer}
              </text>
            ) : null}
          </svg>
        </g>
      ))}
    </svg>
  )
}

function Field({ field, view }: { readonly field: FieldView; readonly view: FormPageView }) {
  const hint = `${field.control}-hint`
  if (field.fixed !== null) {
    return (
      <div className="card flow-tight">
        <p className="field-label">{field.label}</p>
        <p>{field.fixed}</p>
      </div>
    )
  }
  return (
    <div className="card flow-tight">
      <label className="field-label" htmlFor={field.control}>
        {field.label}
      </label>
      {field.because === null ? null : (
        <p className="soft" id={hint}>
          {field.because}
        </p>
      )}
      <select
        className="input"
        id={field.control}
        name={field.control}
        defaultValue={field.value}
        aria-describedby={field.because === null ? undefined : hint}
      >
        <optgroup label={view.sentences.blank}>
          <Options choices={view.blanks} />
        </optgroup>
        {(field.kind === 'text' ? view.textGroups : view.tickGroups).map((group: ChoiceGroup) => (
          <optgroup key={group.label} label={group.label}>
            <Options choices={group.choices} />
          </optgroup>
        ))}
      </select>
      {field.format === null ? null : (
        <>
          <label className="soft" htmlFor={field.format.control}>
            {field.format.label}
          </label>
          <select className="input input-medium" id={field.format.control} name={field.format.control} defaultValue={field.format.value}>
            <option value="">{view.sentences.formatUsual}</option>
            <Options choices={field.format.choices} />
          </select>
        </>
      )}
    </div>
  )
}

function Options({ choices }: { readonly choices: readonly Choice[] }) {
  return choices.map(choice => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ))
}
