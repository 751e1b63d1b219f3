import { buildPlainScripts } from './build-plain-scripts.ts'
import { compressAssets } from './compress-assets.ts'
import { buildPrograms, PROGRAMS, PROGRAMS_FOLDER } from '../programs.ts'

// What `npm run build` adds to what Remix has built.
await buildPlainScripts('build')
compressAssets('build/client/assets')
await buildPrograms(PROGRAMS_FOLDER, PROGRAMS)
