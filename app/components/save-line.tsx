import { useNavigation } from '@remix-run/react'

/** The line beside a form's button that says what becomes of the form: our script fills it in, or React on a page that hydrates. */
export function SaveLine({
  saving,
  saved,
  unsaved,
  intent,
}: {
  readonly saving: string
  readonly saved?: string
  readonly unsaved?: string
  /** Intent of the form, for pages that hydrate. */
  readonly intent?: string
}) {
  const { formData } = useNavigation()
  return (
    <span className="soft" role="status" data-save-line data-saving={saving} data-saved={saved} data-unsaved={unsaved}>
      {formData && formData.get('intent') === intent ? saving : null}
    </span>
  )
}
