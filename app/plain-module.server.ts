import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Beginning of the file's name; what follows changes with what it holds. */
export const PLAIN_MODULE = 'plain-pages-'

/**
 * Address of the one module of plain pages, as `npm run build` has made it.
 * @param client folder of the browser's files
 * @returns `undefined` where nothing is built, as in tests
 */
export function findPlainModule(client: string): string | undefined {
  const folder = path.join(client, 'assets')
  const file = existsSync(folder) ? readdirSync(folder).find(name => name.startsWith(PLAIN_MODULE) && name.endsWith('.js')) : undefined
  return file && `/assets/${file}`
}
