import type { TextareaHTMLAttributes } from 'react'
import { describedBy, HintAndError, type FieldProps } from './fields.tsx'

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  error,
  ...input
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>) {
  const field = { name, label, hint, error }
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      <HintAndError {...field} />
      <textarea
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field)}
        {...input}
        className="input"
        id={name}
        name={name}
      />
    </div>
  )
}
