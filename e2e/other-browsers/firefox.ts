import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WINDOW, type Browser } from './browser.ts'
import { end, start, told } from './started.ts'

export const FIREFOX = '/usr/bin/firefox-esr'

/** What Firefox answers to one command of WebDriver BiDi. */
interface Answer {
  readonly id?: number
  readonly error?: string
  readonly message?: string
  readonly result?: unknown
}

/**
 * A connection by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which Firefox speaks itself: Debian has no geckodriver.
 * Sends a command and gives its result.
 */
async function connect(address: string) {
  const socket = new WebSocket(address)
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  socket.addEventListener('message', event => {
    const { id = 0, error, message, result } = JSON.parse(String(event.data)) as Answer
    if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)))
  })
  let last = 0
  return (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

/** Starts Firefox ESR of Debian with a new profile and a window of {@link WINDOW}. */
export async function startFirefox(): Promise<Browser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'walk-firefox-'))
  const [profile, downloads] = [path.join(folder, 'profile'), path.join(folder, 'downloads')]
  for (const each of [profile, downloads]) mkdirSync(each)
  const child = start(FIREFOX, ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile], {}, 'pipe')
  const send = await connect(`${await told(child, /WebDriver BiDi listening on (ws:\S+)/)}/session`)
  const session = (await send('session.new', { capabilities: {} })) as { capabilities: { browserVersion: string } }
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: readonly { context: string }[] }
  const context = contexts[0]?.context
  await send('browsingContext.setViewport', { context, viewport: WINDOW })
  await send('browser.setDownloadBehavior', { downloadBehavior: { type: 'allowed', destinationFolder: downloads } })
  return {
    name: `Firefox ESR ${session.capabilities.browserVersion}`,
    downloads,
    open: async address => void (await send('browsingContext.navigate', { context, url: address })),
    back: async () => void (await send('browsingContext.traverseHistory', { context, delta: -1 })),
    evaluate: async expression => {
      const command = { expression: `JSON.stringify(${expression})`, target: { context }, awaitPromise: true }
      const { exceptionDetails, result } = (await send('script.evaluate', command)) as {
        exceptionDetails?: { text: string }
        result?: { value?: string }
      }
      if (exceptionDetails) throw new Error(exceptionDetails.text)
      return result?.value === undefined ? undefined : (JSON.parse(result.value) as unknown)
    },
    perform: async inputs => void (await send('input.performActions', { context, actions: inputs })),
    picture: async () => Buffer.from(((await send('browsingContext.captureScreenshot', { context })) as { data: string }).data, 'base64'),
    close: async () => {
      await end(child)
      rmSync(folder, { recursive: true })
    },
  }
}
