import { readdirSync } from 'node:fs'
import { buildPrograms, PROGRAMS } from '../programs.ts'

/** Folder of the programs that unit tests start. */
export const TEST_PROGRAMS_FOLDER = 'build/test-programs'

/** Processes that only tests start: name and source. */
export const CHILDREN: Readonly<Record<string, string>> = {
  'save-together': 'app/data/testing/save-together.ts',
  'save-until-killed': 'app/data/testing/save-until-killed.ts',
  'start-when-told': 'app/data/testing/start-when-told.ts',
}
/** Files directly in `scripts` that are not commands. */
const NOT_STARTED = /\.test\.ts$|^test/

/** Builds every command and every process that tests start, once for all of them: Vitest calls it before the first test. */
export async function setup(): Promise<void> {
  const commands = readdirSync('scripts').filter(name => name.endsWith('.ts') && !NOT_STARTED.test(name))
  await buildPrograms(TEST_PROGRAMS_FOLDER, {
    ...PROGRAMS,
    ...Object.fromEntries(commands.map(name => [name.slice(0, -'.ts'.length), `scripts/${name}`])),
    ...CHILDREN,
  })
}
