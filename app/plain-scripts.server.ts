import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { PlainScripts } from './components/page-scripts.tsx'

/** Beginning of the module's name. A hash of the content follows. */
export const PLAIN_MODULE = 'plain-pages-'

/** Name of the file with the script that stands in the pages. */
export const EARLY_SCRIPT = 'early.js'

/**
 * Finds the scripts of plain pages.
 * @param built folder of everything that is built
 * @returns `undefined` where nothing is built, as in tests
 */
export function findPlainScripts(built: string): PlainScripts | undefined {
  const [assets, early] = [path.join(built, 'client/assets'), path.join(built, EARLY_SCRIPT)]
  const module = existsSync(assets) ? readdirSync(assets).find(name => name.startsWith(PLAIN_MODULE) && name.endsWith('.js')) : undefined
  return module && existsSync(early) ? { module: `/assets/${module}`, early: readFileSync(early, 'utf8').trim() } : undefined
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The scripts of plain pages; `undefined` where they are not built. */
    readonly plainScripts: PlainScripts | undefined
  }
}
