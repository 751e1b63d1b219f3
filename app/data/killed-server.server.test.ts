import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from './store.server.ts'

const KILLS = 20
const CHILD = path.resolve('app/data/save-until-killed.server.ts')

/** A process that waits for a line, then saves in a loop. */
function startSaver(dataDirectory: string, session: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dataDirectory, session], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return {
    child,
    /** Last revision whose save was acknowledged; a line cut off by the kill does not count. */
    acknowledged: () => Number(text.split('\n').at(-2) ?? 0),
  }
}

test(`killing a server ${KILLS} times in the middle of saves loses no acknowledged answer`, async () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'killed-'))
  const settings = { dataDirectory, keyFile: path.join(dataDirectory, 'master.key') }
  const first = await openStore(settings)
  const { session } = await first.drafts.create({ answers: {}, language: 'en' })
  await first.close()

  let acknowledgedBefore = 1
  let next = startSaver(dataDirectory, session)
  for (let round = 1; round <= KILLS; round++) {
    const saver = next
    // "close" comes when all output was read, "exit" may come before.
    const exit = once(saver.child, 'close')
    saver.child.stdin.write('go\n')
    if (round < KILLS) next = startSaver(dataDirectory, session)
    while (saver.acknowledged() <= acknowledgedBefore) {
      expect(saver.child.exitCode).toBeNull()
      await wait(2)
    }
    await wait(Math.random() * 150)
    saver.child.kill('SIGKILL')
    expect((await exit)[1]).toBe('SIGKILL')

    const store = await openStore(settings)
    const found = await store.drafts.find(session)
    await store.close()
    const acknowledged = saver.acknowledged()
    expect(acknowledged).toBeGreaterThan(acknowledgedBefore)
    // The save in progress may have been written without being acknowledged, never more.
    expect([acknowledged, acknowledged + 1]).toContain(found?.revision)
    expect(found?.answers).toEqual({ story: { value: `answer ${found?.revision}` } })
    acknowledgedBefore = found?.revision ?? 0
  }
  rmSync(dataDirectory, { recursive: true, force: true })
}, 120_000)
