import { isIP } from 'node:net'
import path from 'node:path'

/** Purpose of a server and its data folder: claims of real people, or training with invented people. The two never mix. */
export type Purpose = 'claims' | 'training'

/** All settings of a deployment, which are read once from the environment. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** The purpose that the server was started for. No environment variable and no request can change it. */
  readonly purpose: Purpose
  /** Folder of the database. The first start makes it, and only its owner can read it. */
  readonly dataDirectory: string
  /** Address of a PostgreSQL database; `null` for an SQLite file in the data folder. */
  readonly databaseUrl: string | null
  /** File of the master key, which may be on another disk than the data. */
  readonly keyFile: string
  /** Address of the neutral outside page to which the quick exit leads. */
  readonly exitAddress: string
  /** Address at which people reach the app. Printed one-time links begin with it. */
  readonly siteAddress: string
  /** Proxies whose headers tell the address and protocol of a request: a number of proxies in front of the server, or their addresses. */
  readonly trustedProxies: number | string[]
  readonly production: boolean
  /** Whether every person who reaches the server may correct the map of the official form. */
  readonly formEditing: boolean
}

/** A setting that cannot be used. The message says which one it is and what to do. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/**
 * Reads the settings. Training has its own port and data folder, and its key and database are always in that folder, so that
 * variables of a real installation never point training to real data.
 * @param environment usually `process.env`
 * @param purpose purpose of the command that was started
 * @throws SettingsError if a value is out of range or not an https address
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

/** Reads the trusted proxies. A number means the same as in Express: how many addresses, counted from the right, belong to proxies. */
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

/** The address of the database. It can contain a password, so no error repeats it. */
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
