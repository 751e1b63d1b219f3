/**
 * Shortest password. NIST SP 800-63B asks for 8 beside a second factor and 15 alone; the code is the second one here, and members
 * see many people's cases.
 */
export const PASSWORD_LEAST = 12
/** Longest: longer ones are refused rather than cut. */
const PASSWORD_MOST = 200
/** Fewest different characters: "aaaaaaaaaaaa" is no password. */
const LEAST_DIFFERENT = 5

/** What is wrong with a password. */
export type PasswordFault = 'short' | 'long' | 'simple'

/** A password in the one form in which it is stretched: the same characters, however the keyboard put them together. */
export const plainPassword = (text: string): string => text.normalize('NFKC')

/**
 * What is wrong with a new password; `null` where nothing is. No rule about kinds of characters: length is what counts
 * (NIST SP 800-63B, section 5.1.1.2).
 * @param login the login name, which it may not hold
 */
export function passwordFault(text: string, login: string): PasswordFault | null {
  const password = plainPassword(text)
  if ([...password].length < PASSWORD_LEAST) return 'short'
  if (password.length > PASSWORD_MOST) return 'long'
  const holdsLogin = login.length > 2 && password.toLowerCase().includes(login.toLowerCase())
  return holdsLogin || new Set(password.toLowerCase()).size < LEAST_DIFFERENT ? 'simple' : null
}
