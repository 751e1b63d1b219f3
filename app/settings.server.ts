import { isIP } from 'node:net'
import path from 'node:path'

/** What a server and its data folder are for: claims of real people, or training with invented ones. They never mix. */
export type Purpose = 'claims' | 'training'

/** Everything that a deployment may decide, read once from the environment. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** What the server is started for; no environment variable and no request can change it. */
  readonly purpose: Purpose
  /** Folder of the database; made on first start, readable by its owner alone. */
  readonly dataDirectory: string
  /** Address of a PostgreSQL database; `null` for an SQLite file in the data folder. */
  readonly databaseUrl: string | null
  /** File of the master key; may lie on another disk than the data. */
  readonly keyFile: string
  /** Neutral outside page to which the quick exit leads. */
  readonly exitAddress: string
  /** Address under which people reach the app; one-time links that are printed begin with it. */
  readonly siteAddress: string
  /** Who may say which address and protocol a request used: so many proxies that stand in front, or proxies at these addresses. */
  readonly trustedProxies: number | string[]
  readonly production: boolean
  /** Whether everybody who reaches the server may correct the map of the official form. */
  readonly formEditing: boolean
}

/** A setting that cannot be used; the message says which one and what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads the settings. Training has a port and a data folder of its own, and its key and database always lie in that folder, so
 * that variables of a real installation never lead it there.
 * @param environment usually `process.env`
 * @param purpose what the command that was started is for
 * @throws SettingsError where a value is out of range or not an https address
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, purpose: Purpose = 'claims'): Settings {
  const training = purpose === 'training'
  const dataDirectory = path.resolve(
    (training ? environment.TRAINING_DATA_DIR : environment.DATA_DIR) ?? (training ? 'data-training' : 'data'),
  )
  const keyFile = training ? undefined : environment.KEY_FILE
  const port = wholeNumber(environment, training ? 'TRAINING_PORT' : 'PORT', training ? 3001 : 3000, 65_535)
  return {
    port,
    host: environment.HOST ?? '127.0.0.1',
    purpose,
    dataDirectory,
    databaseUrl: training ? null : databaseAddress(environment),
    keyFile: path.resolve(keyFile ?? path.join(dataDirectory, 'master.key')),
    siteAddress: new URL(webAddress(environment, 'SITE_URL', `http://localhost:${port}/`)).origin,
    exitAddress: webAddress(environment, 'EXIT_URL', 'https://www.google.com/'),
    trustedProxies: trustedProxies(environment),
    production: environment.NODE_ENV === 'production',
    formEditing: onOrOff(environment, 'FORM_EDITING'),
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

/** A number is read as Express reads it: how many addresses, counted from the right, are proxies' own. */
function trustedProxies(environment: Readonly<Record<string, string | undefined>>): number | string[] {
  const text = environment.TRUSTED_PROXIES ?? ''
  const addresses = text.split(',').map(part => part.trim())
  if (addresses.every(isAddressOrRange)) return addresses
  try {
    return wholeNumber(environment, 'TRUSTED_PROXIES', 0, 10)
  } catch {
    throw new SettingsError('TRUSTED_PROXIES must be a whole number from 0 to 10, or the addresses of the proxies: 10.0.0.5, 10.1.0.0/24.')
  }
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** The address can hold a password, so no error repeats it. */
function databaseAddress({ DATABASE_URL: address }: Readonly<Record<string, string | undefined>>): string | null {
  if (!address) return null
  if (!URL.canParse(address) || !['postgres:', 'postgresql:'].includes(new URL(address).protocol)) {
    throw new SettingsError(
      'DATABASE_URL must be the address of a PostgreSQL database: postgres://user:password@host:5432/database. Leave it out for SQLite.',
    )
  }
  return address
}

function onOrOff(environment: Readonly<Record<string, string | undefined>>, name: string): boolean {
  const text = environment[name] || 'off'
  if (text !== 'on' && text !== 'off') throw new SettingsError(`${name} must be on or off.`)
  return text === 'on'
}

function webAddress(environment: Readonly<Record<string, string | undefined>>, name: string, fallback: string): string {
  const text = environment[name] || fallback
  const address = URL.canParse(text) ? new URL(text) : null
  if (!address || !['https:', 'http:'].includes(address.protocol)) {
    throw new SettingsError(`${name} must be a web address that starts with https://.`)
  }
  return address.href
}
