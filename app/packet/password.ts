/** A password that locks a file has at least this many characters. */
export const PASSWORD_LEAST = 8
/** The encryption of a PDF uses this many bytes of a password in UTF-8 and silently ignores the rest (ISO 32000-2, 7.6.4.3.3). */
const PASSWORD_MOST_BYTES = 127

/** What is wrong with a password for a file; `null` when nothing is. */
export function passwordProblem(password: string): 'short' | 'long' | null {
  if ([...password].length < PASSWORD_LEAST) return 'short'
  return new TextEncoder().encode(password).length > PASSWORD_MOST_BYTES ? 'long' : null
}
