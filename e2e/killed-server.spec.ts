import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { openStore } from '#app/data/store.server.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, listening, startScript } from './server-process.ts'
import { createVisitor, FORM_MADE_FROM, type Visitor } from './visitor.ts'

const KILLS = 20
const PAGE = '/claim/q/story'
/** The longest time before a server is killed after its first save, in milliseconds. */
const LIFE = 200

/** Saves one text after another until the server is gone. `acknowledged` is the last text that was answered as saved. */
async function saveUntilKilled(visitor: Visitor, progress: { acknowledged: number; sent: number }): Promise<void> {
  try {
    for (;;) {
      const page = await visitor.open(PAGE)
      progress.sent += 1
      const answer = await visitor.post(PAGE, {
        intent: 'answer',
        seen: FORM_MADE_FROM.exec(page.text)?.[1] ?? '',
        circumstances: `sewing, part ${progress.sent}.`,
      })
      if (answer.status !== 303 || answer.headers.location === PAGE) throw new Error(`saving was answered ${answer.status}`)
      progress.acknowledged = progress.sent
    }
  } catch (error) {
    // The connection breaks when the server is killed. Any other error is a fault.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

test(`killing the server ${KILLS} times during saves loses no answer that it acknowledged`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-server-'))
  const port = await freePort()
  const settings = { dataDirectory: folder, keyFile: path.join(folder, 'master.key') }
  const store = await openStore(settings)
  const { session } = await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })
  await store.close()
  const progress = { acknowledged: 0, sent: 0 }
  for (let round = 0; round < KILLS; round += 1) {
    const server = startScript('serve', { PORT: String(port), DATA_DIR: folder, KEY_FILE: settings.keyFile })
    const end = ended(server)
    await listening(server)
    const visitor = createVisitor(port, session)
    if (round > 0) {
      const { text } = await visitor.open(PAGE)
      const stored = Number(/sewing, part (\d+)\./.exec(text)?.[1] ?? 0)
      // The save in progress may be stored without being acknowledged, but no older text may be stored.
      expect([progress.acknowledged, progress.sent]).toContain(stored)
    }
    const before = progress.acknowledged
    const saving = saveUntilKilled(visitor, progress)
    while (progress.acknowledged === before && server.exitCode === null) await wait(2)
    await wait(Math.random() * LIFE)
    server.kill('SIGKILL')
    await saving
    await end
    expect(progress.acknowledged).toBeGreaterThan(before)
    visitor.leave()
  }
  rmSync(folder, { recursive: true })
})
