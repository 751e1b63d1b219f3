/** What was just done, read out when it appears; nothing where there is nothing to say. */
export function StatusNotice({ text }: { readonly text: string | null | undefined }) {
  return text ? (
    <p className="notice" role="status">
      {text}
    </p>
  ) : null
}
