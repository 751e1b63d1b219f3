import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { EARLY_SCRIPT, PLAIN_MODULE } from '#app/plain-scripts.server.ts'
import { OLDEST_BROWSERS } from './oldest-browsers.ts'

const SMALL: BuildOptions = { bundle: true, minify: true, logLevel: 'warning' }

/**
 * Builds the scripts of plain pages: the module for the oldest browsers, and what stands in the page for any browser.
 * @param folder of everything that is built
 */
export async function buildPlainScripts(folder: string): Promise<void> {
  await build({
    ...SMALL,
    entryPoints: ['app/browser/index.ts'],
    outdir: path.join(folder, 'client/assets'),
    entryNames: `${PLAIN_MODULE}[hash]`,
    format: 'esm',
    target: OLDEST_BROWSERS,
  })
  await build({ ...SMALL, entryPoints: ['app/browser/early.ts'], outfile: path.join(folder, EARLY_SCRIPT), format: 'iife', target: 'es5' })
}
