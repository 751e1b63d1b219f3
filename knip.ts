import type { KnipConfig } from 'knip'
import { CHILDREN } from './scripts/testing/programs.ts'
import { PROGRAMS } from './scripts/programs.ts'

/** What `npm run unused` counts as used beside what is imported. */
export default {
  // Started by their path: programs, the scripts of plain pages, what tests start, the workers' loaders, a measurement. The models are read by Prisma.
  entry: [
    ...Object.values(PROGRAMS),
    ...['app/browser/index.ts', 'app/browser/early.ts'],
    ...Object.values(CHILDREN),
    'app/**/*.mjs',
    'bench/cold-packet.ts',
    'prisma/**/*.prisma',
  ],
  project: ['{app,machines,scripts,bench,e2e,locales}/**/*.{ts,tsx,mjs,css}', '*.{ts,js}', 'prisma/**/*.prisma'],
  ignoreDependencies: [
    // Read as files.
    '@expo-google-fonts/.+',
    '@fontsource/.+',
    // Imported by the generated clients alone, which git does not keep.
    '@prisma/client',
  ],
  // Programs of the system, for tests.
  ignoreBinaries: ['apt-get', 'mount', 'openssl', 'pdfinfo', 'pdftotext', 'umount'],
} satisfies KnipConfig
