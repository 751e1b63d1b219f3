import type { InputHTMLAttributes, ReactNode } from 'react'

export interface FieldProps {
  /** Form field name; also the id that the error summary links to. */
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** The whole sentence that says what to correct. */
  readonly error?: string | undefined
}

/** Ids of the hint and the error, for `aria-describedby`. */
export const describedBy = ({ name, hint, error }: FieldProps) =>
  [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined

/** The hint and the error of a field, with the ids that {@link describedBy} names. */
export function HintAndError({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
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

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  error,
  size = 'full',
  ...input
}: FieldProps & {
  readonly size?: 'short' | 'medium' | 'full'
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'name' | 'id'>) {
  const field = { name, label, hint, error }
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      <HintAndError {...field} />
      <input
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        {...input}
        className={size === 'full' ? 'input' : `input input-${size}`}
        id={name}
        name={name}
      />
    </div>
  )
}

export interface Option {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

/** Radio buttons or check boxes under one question; the first one carries the id that errors link to. */
export function Choices({
  kind,
  name,
  label,
  hint,
  error,
  options,
  chosen,
  hideLabel = false,
}: FieldProps & {
  readonly kind: 'radio' | 'checkbox'
  readonly options: readonly Option[]
  /** Values that are chosen when the page opens. */
  readonly chosen: readonly string[]
  /** Keeps the legend for screen readers alone, where the page's heading already asks. */
  readonly hideLabel?: boolean
}) {
  const field = { name, label, hint, error }
  return (
    <fieldset className={error ? 'field field-invalid' : 'field'} aria-describedby={describedBy(field)}>
      <legend className={hideLabel ? 'sr-only' : undefined}>{label}</legend>
      <HintAndError {...field} />
      <div className="options">
        {options.map((option, index) => (
          <label className="option" key={option.value}>
            <input
              type={kind}
              id={index === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <span className="option-hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
