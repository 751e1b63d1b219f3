/** The line beside a form's button in which our script says what becomes of the form. */
export function SaveLine({ saving, saved, unsaved }: { readonly saving: string; readonly saved?: string; readonly unsaved?: string }) {
  return <span className="soft" role="status" data-save-line data-saving={saving} data-saved={saved} data-unsaved={unsaved} />
}
