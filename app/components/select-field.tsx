import type { SelectHTMLAttributes } from 'react'
import { controlOf, FieldFrame, type FieldProps } from './field-frame.tsx'

/** One of many, from a list that opens. The first entry is blank and says what to choose. */
export function SelectField({
  name,
  label,
  hint,
  error,
  blank,
  options,
  size = 'full',
  ...select
}: FieldProps & {
  readonly blank: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly size?: 'medium' | 'full'
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'size' | 'name' | 'id'>) {
  const field = { name, label, hint, error }
  return (
    <FieldFrame {...field}>
      <select {...controlOf(field)} {...select} className={size === 'full' ? 'input' : `input input-${size}`}>
        <option value="">{blank}</option>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
