import { buildPlainModule } from './build-plain-module.ts'
import { compressAssets } from './compress-assets.ts'
import { buildPrograms, PROGRAMS, PROGRAMS_FOLDER } from '../programs.ts'

// What `npm run build` adds to what Remix has built.
const assets = 'build/client/assets'
await buildPlainModule(assets)
compressAssets(assets)
await buildPrograms(PROGRAMS_FOLDER, PROGRAMS)
