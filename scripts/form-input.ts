import { readFileSync } from 'node:fs'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { FormError } from '#app/official-form/form-error.ts'
import { InputError, inputError, runCommand } from './claim-input.ts'

const t = getTranslate('en')
/** Most names of fields that one message lists; a form has hundreds. */
const MOST_NAMED = 8

/** The names of fields in one line. */
export function namesOf(fields: readonly string[]): string {
  return fields.slice(0, MOST_NAMED).join(', ') + (fields.length > MOST_NAMED ? ` (+${fields.length - MOST_NAMED})` : '')
}

/** Reads a file that must be there. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw inputError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'noFile' : 'unreadableFile', file)
  }
}

/** Reads a map as JSON; what it says is checked against its form later. */
export function readMapFile(file: string): unknown {
  try {
    return JSON.parse(
      readBytes(file)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    ) as unknown
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(`${file}: ${t('form:problem.mapNotJson')}`)
  }
}

/**
 * Arguments without options, in their order.
 * @throws InputError with the sentence of how to use the command, where there are more, fewer or others
 */
export function exactly<const N extends 1 | 2>(count: N, usage: string): N extends 1 ? [string] : [string, string] {
  const given = process.argv.slice(2)
  if (given.length !== count || given.some(argument => argument.startsWith('--'))) throw inputError(`usage.${usage}`)
  return given as N extends 1 ? [string] : [string, string]
}

/** Runs a command about a form: what is wrong with the form or its map ends with code 2 and its sentence. */
export function runFormCommand(command: () => Promise<void>): Promise<void> {
  return runCommand(async () => {
    try {
      await command()
    } catch (error) {
      if (!(error instanceof FormError)) throw error
      throw new InputError(t(`form:problem.${error.problem}`, { where: namesOf(error.where) }))
    }
  })
}
