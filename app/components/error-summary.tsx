import { useEffect, useRef } from 'react'
import { useTranslation } from '#app/components/use-translation.ts'
import { useInBrowser } from './use-in-browser.ts'

/** One thing to correct: the id of its field and the whole sentence. */
export interface FieldError {
  readonly fieldId: string
  readonly message: string
}

/** What has to be corrected, above the form, each entry linked to its field; it takes the focus when it appears. */
export function ErrorSummary({
  errors,
  kept = true,
}: {
  readonly errors: readonly FieldError[]
  /** Whether all that was written is still there; passwords never are. */
  readonly kept?: boolean
}) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const cameWithPage = useRef(useInBrowser(() => false, true))
  // For pages that hydrate; on plain pages `data-focus` does it. Only an effect can move the focus, and only when errors arrive. If the
  // person went on to a field before React took the page over, the focus stays there.
  useEffect(() => {
    const wentOn = cameWithPage.current && document.activeElement !== document.body
    cameWithPage.current = false
    if (errors.length > 0 && !wentOn) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="error-summary flow-tight" role="alert" tabIndex={-1} data-focus ref={box}>
      <h2>{t('common:errors.summary')}</h2>
      <ul className="list-plain">
        {errors.map(error => (
          <li key={error.fieldId}>
            <a href={`#${error.fieldId}`}>{error.message}</a>
          </li>
        ))}
      </ul>
      {kept ? <p>{t('common:errors.kept')}</p> : null}
    </div>
  )
}
