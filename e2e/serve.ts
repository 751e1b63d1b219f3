import { rmSync } from 'node:fs'
import path from 'node:path'
import { PROGRAMS_FOLDER } from '#scripts/programs.ts'
import { APP_PORT, DATA, EXIT, EXIT_PORT } from './addresses.ts'
import { serveExitPage } from './exit-page.ts'

/** Serves the built app with its own data folder, and the page that the exit leads to. */
rmSync(DATA, { recursive: true, force: true })
process.on('exit', () => rmSync(DATA, { recursive: true, force: true }))

serveExitPage(EXIT_PORT)

Object.assign(process.env, { PORT: String(APP_PORT), HOST: '127.0.0.1', DATA_DIR: DATA, EXIT_URL: EXIT })
await import(path.resolve(PROGRAMS_FOLDER, 'serve.js'))
