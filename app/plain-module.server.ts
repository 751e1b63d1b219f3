import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Beginning of the file's name. A hash of the content follows. */
export const PLAIN_MODULE = 'plain-pages-'

/**
 * Finds the address of the module of plain pages, which `npm run build` makes.
 * @param client folder of the browser's files
 * @returns `undefined` where nothing is built, as in tests
 */
export function findPlainModule(client: string): string | undefined {
  const folder = path.join(client, 'assets')
  const file = existsSync(folder) ? readdirSync(folder).find(name => name.startsWith(PLAIN_MODULE) && name.endsWith('.js')) : undefined
  return file && `/assets/${file}`
}
