import { randomBytes } from 'node:crypto'
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a whole file or nothing, and replaces an older file. Only the owner can read it. */
export const replaceFile = (file: string, content: string | Uint8Array): void => throughDraft(file, content, renameSync)

/** Writes a whole new file or nothing, and never replaces a file: if two callers write at once, one fails with `EEXIST`. */
export const writeNewFile = (file: string, content: string | Uint8Array): void => throughDraft(file, content, linkSync)

/** Writes the content beside its place and then moves it there, so that readers see the whole file or none. */
function throughDraft(file: string, content: string | Uint8Array, put: (draft: string, file: string) => void): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
    put(draft, file)
  } finally {
    rmSync(draft, { force: true })
  }
}
