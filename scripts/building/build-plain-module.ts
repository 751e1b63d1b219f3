import { build } from 'esbuild'
import { PLAIN_MODULE } from '#app/plain-module.server.ts'
import { OLDEST_BROWSERS } from './oldest-browsers.ts'

/**
 * Builds the module of plain pages for the oldest browsers.
 * @param folder of the browser's files
 */
export async function buildPlainModule(folder: string): Promise<void> {
  await build({
    entryPoints: ['app/browser/index.ts'],
    outdir: folder,
    entryNames: `${PLAIN_MODULE}[hash]`,
    bundle: true,
    minify: true,
    format: 'esm',
    target: OLDEST_BROWSERS,
    logLevel: 'warning',
  })
}
