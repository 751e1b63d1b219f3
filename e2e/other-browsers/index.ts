import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#scripts/testing/free-port.ts'
import { installMissingTools } from '#scripts/testing/tools.ts'
import { serveExitPage } from '../exit-page.ts'
import { ended, listening, startScript } from '../server-process.ts'
import type { Browser } from './browser.ts'
import { FIREFOX, startFirefox } from './firefox.ts'
import { takePicture, WALK, type Around } from './walk.ts'
import { Walker } from './walker.ts'
import { startWebKit, WEBKIT_DRIVER, XVFB } from './webkit.ts'

/** Walks through the app, as it is built, in Debian's Firefox ESR and WebKitGTK. `PICTURES` names a folder for pictures. */
const need = installMissingTools([
  { program: FIREFOX, debianPackage: 'firefox-esr' },
  { program: WEBKIT_DRIVER, debianPackage: 'webkit2gtk-driver' },
  { program: XVFB, debianPackage: 'xvfb' },
])
if (need) {
  console.error(need)
  process.exit(2)
}

const folder = mkdtempSync(path.join(tmpdir(), 'walk-app-'))
const [port, exitPort] = [await freePort(), await freePort()]
const exit = `http://localhost:${exitPort}/`
const exitPage = serveExitPage(exitPort)
const server = startScript('serve', {
  PORT: String(port),
  DATA_DIR: path.join(folder, 'data'),
  KEY_FILE: path.join(folder, 'master.key'),
  EXIT_URL: exit,
})
await listening(server)

const count = { passed: 0, failed: 0 }

/** Takes the steps one after another; what follows a step that failed has no ground to stand on. */
async function walk(browser: Browser): Promise<void> {
  const pictures = process.env.PICTURES && path.join(process.env.PICTURES, browser.name.replaceAll(' ', '-').toLowerCase())
  const around: Around = { app: `http://127.0.0.1:${port}`, exit, pictures }
  const person = new Walker(browser)
  for (const [name, step] of Object.entries(WALK)) {
    try {
      await step(person, around)
      count.passed += 1
      console.log(`✓ ${browser.name}: ${name}`)
    } catch (error) {
      count.failed += 1
      console.log(`✗ ${browser.name}: ${name}\n  ${error instanceof Error ? error.message : String(error)}`)
      await takePicture(person, around, 'failed')
      return
    }
  }
}

try {
  for (const start of [startFirefox, startWebKit]) {
    const browser = await start()
    try {
      await walk(browser)
    } finally {
      await browser.close()
    }
  }
} finally {
  const end = ended(server)
  server.kill('SIGTERM')
  await end
  exitPage.close()
  rmSync(folder, { recursive: true })
}
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed > 0 ? 1 : 0
