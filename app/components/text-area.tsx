import type { TextareaHTMLAttributes } from 'react'
import { controlOf, FieldFrame, type FieldProps } from './field-frame.tsx'

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
    <FieldFrame {...field}>
      <textarea {...controlOf(field)} {...input} className="input" />
    </FieldFrame>
  )
}
