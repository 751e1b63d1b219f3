import path from 'node:path'
import type { Purpose } from './data/purpose.server.ts'

/** Everything that a deployment may decide, read once from the environment. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** What the server is started for; no environment variable and no request can change it. */
  readonly purpose: Purpose
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
 * Reads the settings. Training has a port and a data folder of its own, and its key always lies in that folder, so
 * that variables of a real installation never lead it there.
 * @param environment usually `process.env`
 * @param purpose what the command that was started is for
 * @throws SettingsError where a value is out of range or not an https address
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, purpose: Purpose = 'claims'): Settings {
  const training = purpose === 'training'
  const dataDirectory = path.resolve((training ? environment.TRAINING_DATA_DIR : environment.DATA_DIR) ?? (training ? 'data-training' : 'data'))
  const keyFile = training ? undefined : environment.KEY_FILE
  return {
    port: wholeNumber(environment, training ? 'TRAINING_PORT' : 'PORT', training ? 3001 : 3000, 65_535),
    host: environment.HOST ?? '127.0.0.1',
    purpose,
    dataDirectory,
    keyFile: path.resolve(keyFile ?? path.join(dataDirectory, 'master.key')),
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
