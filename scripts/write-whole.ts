import { replaceFile } from '#app/whole-file.server.ts'
import { inputError } from './claim-input.ts'

/** Writes a file as a whole or not at all, readable by its owner alone, because it can hold a person's story. */
export function writeWhole(out: string, bytes: Uint8Array): void {
  try {
    replaceFile(out, bytes)
  } catch {
    throw inputError('notWritten', out)
  }
}
