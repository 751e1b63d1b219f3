import path from 'node:path'

/**
 * The file with which a worker or another process starts.
 *
 * A built program (`scripts/building/finish-build.ts` writes the folder into `PROGRAMS`) starts the file that was built with it, which
 * loads in a fraction of the time. A command that runs from its source starts `source`, which registers the loader for TypeScript itself.
 * @param name name of the program among the built ones
 * @param source path from the project's folder
 */
export const programFile = (name: string, source: string): string =>
  process.env.PROGRAMS ? path.resolve(process.env.PROGRAMS, `${name}.js`) : path.resolve(source)
