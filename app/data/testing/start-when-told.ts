import { createInterface } from 'node:readline'
import { openStore } from '../store.server.ts'

/**
 * Child process of `two-starts.server.test.ts`. Each line on standard input holds the settings of a store as JSON. The process opens the
 * store as a starting server does, begins a draft, and writes the draft's session, or one line with the reason of a failure.
 */
console.log('ready')
for await (const line of createInterface(process.stdin)) {
  console.log(await serveOnce(JSON.parse(line) as Parameters<typeof openStore>[0]))
}

async function serveOnce(settings: Parameters<typeof openStore>[0]): Promise<string> {
  try {
    const store = await openStore(settings)
    const { session } = await store.drafts.create({ answers: {}, language: 'en' })
    await store.close()
    return session
  } catch (error) {
    return `failed: ${String(error).replaceAll('\n', ' ')}`
  }
}
