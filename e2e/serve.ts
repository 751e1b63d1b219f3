import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { PROGRAMS_FOLDER } from '#scripts/programs.ts'
import { APP_PORT, DATA, EXIT, EXIT_PORT } from './addresses.ts'

/** Serves the built app with its own data folder, and the page that the exit leads to. */
rmSync(DATA, { recursive: true, force: true })
process.on('exit', () => rmSync(DATA, { recursive: true, force: true }))

createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end('<!doctype html><html lang="en"><title>Weather</title><link rel="icon" href="data:,"><h1>Weather</h1></html>')
}).listen(EXIT_PORT)

Object.assign(process.env, { PORT: String(APP_PORT), HOST: '127.0.0.1', DATA_DIR: DATA, EXIT_URL: EXIT })
await import(path.resolve(PROGRAMS_FOLDER, 'serve.js'))
