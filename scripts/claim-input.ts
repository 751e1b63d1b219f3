import { readFileSync } from 'node:fs'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'

/** A claim that was read and has no problem. */
export interface ClaimInput {
  readonly claim: ClaimFile
  readonly today: Day
}

/** Input that can't be used; the message holds one plain sentence a line and never what a person wrote. */
export class InputError extends Error {
  override name = 'InputError'
}

const t = getTranslate('en')

/** An {@link InputError} with one sentence of `locales/en/cli.json`, and the file that it is about. */
export const inputError = (key: string, file?: string, params: Readonly<Record<string, unknown>> = {}) =>
  new InputError(`${file === undefined ? '' : `${file}: `}${t(`cli:${key}`, params)}`)

/**
 * Reads a claim file.
 * @param file its path, or `-` for standard input
 * @throws InputError for a file that can't be read, text that is not JSON, or anything wrong in the claim
 */
export function readClaim(file: string): ClaimInput {
  const name = file === '-' ? t('cli:standardInput') : file
  const parsed = parseClaimFile(parseJson(readInput(file), name), dayInLosAngeles(new Date()))
  if (parsed.ok) return { claim: parsed.claim, today: parsed.today }
  const lines = parsed.problems.map(({ path, key }) => `${path || name}: ${t(key)}`)
  throw new InputError([...new Set(lines)].join('\n'))
}

/**
 * The text of a file, or of standard input for `-`.
 * @throws InputError for a file that can't be read
 */
export function readInput(file: string): string {
  try {
    // 0 is standard input.
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw inputError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'noFile' : 'unreadableFile', file)
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw inputError('notJson', name)
  }
}

/**
 * Runs a command: wrong input ends with exit code 2, its sentences on standard error and nothing else.
 * Faults of the program itself keep their stack and end with 1.
 */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}
