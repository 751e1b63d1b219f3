/**
 * Shortest password, in characters. NIST SP 800-63B asks for 8 beside a second factor and for 15 alone. The one-time code is the second
 * factor here, and members see the cases of many survivors.
 */
export const PASSWORD_LEAST = 12
/** Longest password, in characters. A longer one is refused rather than cut. */
const PASSWORD_MOST = 200
/** Fewest different characters in a password: "aaaaaaaaaaaa" is none. */
const LEAST_DIFFERENT = 5

/** What is wrong with a password. */
export type PasswordProblem = 'short' | 'long' | 'simple'

/** A password in the form in which it is stretched: the same for the same characters, however the keyboard composed them. */
export const plainPassword = (text: string): string => text.normalize('NFKC')

/**
 * What is wrong with a new password; `null` where nothing is. There is no rule about kinds of characters, because length is what counts
 * (NIST SP 800-63B, section 5.1.1.2).
 * @param login the login name, which the password may not contain
 */
export function passwordProblem(text: string, login: string): PasswordProblem | null {
  const password = plainPassword(text)
  if ([...password].length < PASSWORD_LEAST) return 'short'
  if (password.length > PASSWORD_MOST) return 'long'
  const holdsLogin = login.length > 2 && password.toLowerCase().includes(login.toLowerCase())
  return holdsLogin || new Set(password.toLowerCase()).size < LEAST_DIFFERENT ? 'simple' : null
}
