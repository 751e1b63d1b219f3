import path from 'node:path'

/** Everything that a deployment may decide, read once from the environment. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder of the database; made on first start, readable by its owner alone. */
  readonly dataDirectory: string
  /** File of the master key; may lie on another disk than the data. */
  readonly keyFile: string
  /** Neutral outside page to which the quick exit leads. */
  readonly exitAddress: string
  /** How many proxies stand in front and may say which address and protocol a request used. */
  readonly trustedProxies: number
  readonly production: boolean
}

/** A setting that cannot be used; the message says which one and what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads the settings.
 * @param environment usually `process.env`
 * @throws SettingsError where a value is out of range or not an https address
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const dataDirectory = path.resolve(environment.DATA_DIR ?? 'data')
  return {
    port: wholeNumber(environment, 'PORT', 3000, 65_535),
    host: environment.HOST ?? '127.0.0.1',
    dataDirectory,
    keyFile: path.resolve(environment.KEY_FILE ?? path.join(dataDirectory, 'master.key')),
    exitAddress: webAddress(environment, 'EXIT_URL', 'https://www.google.com/'),
    trustedProxies: wholeNumber(environment, 'TRUSTED_PROXIES', 0, 10),
    production: environment.NODE_ENV === 'production',
  }
}

function wholeNumber(environment: Readonly<Record<string, string | undefined>>, name: string, fallback: number, most: number): number {
  const text = environment[name]
  if (text === undefined || text === '') return fallback
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most) {
    throw new SettingsError(`${name} must be a whole number from 0 to ${most}.`)
  }
  return number
}

function webAddress(environment: Readonly<Record<string, string | undefined>>, name: string, fallback: string): string {
  const text = environment[name] || fallback
  const address = URL.canParse(text) ? new URL(text) : null
  if (!address || !['https:', 'http:'].includes(address.protocol)) {
    throw new SettingsError(`${name} must be a web address that starts with https://.`)
  }
  return address.href
}
