import { randomBytes } from 'node:crypto'
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file as a whole or not at all, in place of an older one, readable by its owner alone. */
export const replaceFile = (file: string, content: string | Uint8Array): void => throughDraft(file, content, renameSync)

/** The same, but never over another one: of two at once, one fails with `EEXIST`. */
export const writeNewFile = (file: string, content: string | Uint8Array): void => throughDraft(file, content, linkSync)

/** Readers see the whole file or none: it is written beside its place and then put there. */
function throughDraft(file: string, content: string | Uint8Array, put: (draft: string, file: string) => void): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
    put(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}
