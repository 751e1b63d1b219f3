import type { ReactNode } from 'react'

export interface FieldProps {
  /** Form field name; also the id that the error summary links to. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What was understood of what was typed, to be checked. */
  readonly understood?: string | undefined
  /** The whole sentence that says what to correct. */
  readonly error?: string | undefined
}

/** Ids of the hint, of what was understood and of the error, for `aria-describedby`. */
const describedBy = ({ name, hint, understood, error }: FieldProps) =>
  [hint && `${name}-hint`, understood && `${name}-understood`, error && `${name}-error`].filter(Boolean).join(' ') || undefined

/** What the one control of a field has to have: its name, and what leads to its hint and its error. */
export const controlOf = (field: FieldProps) => ({
  'aria-invalid': field.error ? true : undefined,
  'aria-describedby': describedBy(field),
  id: field.name,
  name: field.name,
})

/** Label, hint and error of a field, and its control. */
export function FieldFrame({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={classOf(field)}>
      <label className="field-label" htmlFor={field.name}>
        {field.label}
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  )
}

/** The same for a field of several controls. */
export function FieldGroup({
  children,
  hideLabel = false,
  ...field
}: FieldProps & {
  /** Keeps the legend for screen readers alone, where the page's heading already asks. */
  readonly hideLabel?: boolean | undefined
  readonly children: ReactNode
}) {
  return (
    <fieldset className={classOf(field)} aria-describedby={describedBy(field)}>
      <legend className={hideLabel ? 'sr-only' : undefined}>{field.label}</legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  )
}

/**
 * A check box that stands alone: "none", "it still goes on". Its hint is part of its label. It always has a value: React empties a box
 * to which it is handed none, and an empty text counts as not written.
 */
export function CheckBox({ hint, on = false, value = 'on', ...field }: FieldProps & { readonly on?: boolean; readonly value?: string }) {
  return (
    <div className={classOf(field)}>
      <HintAndError {...field} />
      <label className="option">
        <input type="checkbox" {...controlOf(field)} value={value} defaultChecked={on} />
        <span>
          {field.label}
          {hint ? <span className="option-hint">{hint}</span> : null}
        </span>
      </label>
    </div>
  )
}

const classOf = ({ error }: FieldProps) => (error ? 'field field-invalid' : 'field')

function HintAndError({ name, hint, understood, error }: FieldProps) {
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {understood ? (
        <p className="field-understood" id={`${name}-understood`}>
          {understood}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}
