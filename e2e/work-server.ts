import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ended, startScript } from './server-process.ts'

/** Passkeys need a host with a name, so the server is on `localhost`. */
const WORK_PORT = 4537
export const WORK = `http://localhost:${WORK_PORT}`
/** Data folder of the server under test. */
export const WORK_DATA = path.join(tmpdir(), `browser-tests-${WORK_PORT}`)

/** Starts a server without an organization. Resolves with the link that it prints for the first owner. */
export async function startWorkServer(): Promise<{ readonly link: string; readonly stop: () => Promise<void> }> {
  rmSync(WORK_DATA, { recursive: true, force: true })
  const server = startScript('serve', { PORT: String(WORK_PORT), DATA_DIR: WORK_DATA, SITE_URL: WORK })
  const link = await printedLink(server)
  return {
    link,
    stop: async () => {
      const end = ended(server)
      server.kill('SIGTERM')
      await end
      rmSync(WORK_DATA, { recursive: true, force: true })
    },
  }
}

/** Waits for the line with the first owner's link. */
function printedLink(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const link = /http:\S+\/work\/join#[\w-]{43}/.exec(printed)?.[0]
      if (link) resolve(link)
    })
    server.once('exit', code => reject(new Error(`the server ended with ${code}`)))
  })
}
