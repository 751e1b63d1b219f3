import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** One thing to correct: the id of its field and the whole sentence. */
export interface FieldError {
  readonly fieldId: string
  readonly message: string
}

/** What has to be corrected, above the form, each entry linked to its field; it takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  // Focus is the browser's, not React's: only an effect can move it, and only when errors arrive.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="error-summary flow-tight" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('common:errors.summary')}</h2>
      <ul className="list-plain">
        {errors.map(error => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.message}</a>
          </li>
        ))}
      </ul>
      <p>{t('common:errors.kept')}</p>
    </div>
  )
}
