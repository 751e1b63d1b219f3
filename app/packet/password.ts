/** Fewest characters of a password that locks a file. */
export const PASSWORD_LEAST = 8
/** Most bytes, in UTF-8, that the lock of a PDF takes into account (ISO 32000-2, 7.6.4.3.3); the rest would be cut off unsaid. */
const PASSWORD_MOST_BYTES = 127

/** What is wrong with a password for a file, or `null`. */
export function passwordFault(password: string): 'short' | 'long' | null {
  if ([...password].length < PASSWORD_LEAST) return 'short'
  return new TextEncoder().encode(password).length > PASSWORD_MOST_BYTES ? 'long' : null
}
