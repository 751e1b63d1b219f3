import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** Folder of the programs that `npm start` and `npm run training` run. */
export const PROGRAMS_FOLDER = 'build/programs'

/** The two servers, and what they start beside themselves: name and source. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  serve: 'scripts/serve.ts',
  training: 'scripts/training.ts',
  'render-worker': 'app/packet/render/render.worker.ts',
  'form-worker': 'app/official-form/form.worker.ts',
  'clean-child': 'app/evidence/clean-child.server.ts',
}

/**
 * Builds programs into files that Node reads as they are; a start from the source would compile some three hundred files first. Packages
 * stay where they are installed. A dynamic import stays dynamic, so that what has to be set before a package loads still is.
 * @param folder from the project's folder; its former contents are deleted
 * @param programs name and source of each
 */
export async function buildPrograms(folder: string, programs: Readonly<Record<string, string>>): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    entryPoints: Object.entries(programs).map(([name, source]) => ({ out: name, in: source })),
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    define: { 'process.env.PROGRAMS': JSON.stringify(folder) },
    logLevel: 'warning',
  })
}
