import { buildPrograms, PROGRAMS, PROGRAMS_FOLDER } from './programs.ts'

await buildPrograms(PROGRAMS_FOLDER, PROGRAMS)
