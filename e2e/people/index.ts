import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { freePort } from '#scripts/testing/free-port.ts'
import { installMissingTools } from '#scripts/testing/tools.ts'
import { ended, listening, startScript } from '../server-process.ts'
import { PEOPLE } from './person.ts'
import { walkPerson } from './walk.ts'

/** Walks each invented person through the app, as it is built, on a phone and on a desktop, and keeps a picture of each page and the papers. */
const [into, ...only] = process.argv.slice(2)
if (into === undefined) {
  console.error('Say where the pictures go: npm run walk:people -- FOLDER [PERSON …]')
  process.exit(2)
}
const need = installMissingTools()
if (need) {
  console.error(need)
  process.exit(2)
}

const data = mkdtempSync(path.join(tmpdir(), 'walk-people-'))
const port = await freePort()
const server = startScript('serve', { PORT: String(port), DATA_DIR: path.join(data, 'data'), KEY_FILE: path.join(data, 'master.key') })
await listening(server)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})
try {
  for (const person of PEOPLE.filter(({ name }) => only.length === 0 || only.includes(name))) {
    for (const language of ['en', 'es'] as const) {
      for (const width of [360, 1280]) {
        const folder = path.join(into, person.name, `${language}-${width}`)
        await walkPerson(browser, { app: `http://127.0.0.1:${port}`, person, language, width, folder })
        console.log(folder)
      }
    }
  }
} finally {
  await browser.close()
  const end = ended(server)
  server.kill('SIGTERM')
  await end
  rmSync(data, { recursive: true })
}
