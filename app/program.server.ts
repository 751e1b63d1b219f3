import path from 'node:path'

/**
 * File that a worker, or a process beside this one, starts with.
 *
 * What was built (`scripts/building/finish-build.ts` writes the folder into `PROGRAMS`) starts what was built with it: that loads in a
 * fraction of the time. A command that runs from its source starts `source`, which brings the loader for TypeScript along.
 * @param name of the program among those that are built
 * @param source path from the project's folder
 */
export const programFile = (name: string, source: string): string =>
  process.env.PROGRAMS ? path.resolve(process.env.PROGRAMS, `${name}.js`) : path.resolve(source)
