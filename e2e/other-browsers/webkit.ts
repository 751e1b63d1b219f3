import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#scripts/testing/free-port.ts'
import { WINDOW, type Browser } from './browser.ts'
import { end, start, told } from './started.ts'

export const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver'
export const XVFB = '/usr/bin/Xvfb'

/** Without it the bar of WebKitGTK's small browser keeps the window wider than a phone. */
const NARROW_BAR = {
  'settings.ini': '[Settings]\ngtk-toolbar-style=GTK_TOOLBAR_TEXT\n',
  'gtk.css': '* { min-width: 0; padding: 0; margin: 0; border: none; font-size: 1px; }\n',
}

/**
 * The driver waits for no page: for it, a page with `Cross-Origin-Opener-Policy` that Back brings never ends loading, although it is drawn
 * (2.50.6), and every command would wait for that end.
 */
const WITHOUT_WAITING = { alwaysMatch: { pageLoadStrategy: 'none' } }

/** Sends a command of WebDriver (https://w3c.github.io/webdriver/) and gives its value. */
async function send(method: 'GET' | 'POST', address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: unknown }
  if (response.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new Error(`${error}: ${message}`)
}

/** Folders of a person of their own: settings, and a place for files. */
function makeHome(home: string, downloads: string): void {
  const [settings, bar] = [path.join(home, 'settings'), path.join(home, 'settings', 'gtk-3.0')]
  for (const each of [downloads, bar]) mkdirSync(each, { recursive: true })
  writeFileSync(path.join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`)
  for (const [name, text] of Object.entries(NARROW_BAR)) writeFileSync(path.join(bar, name), text)
}

/** Starts WebKitGTK of Debian on a screen of its own, with a window of {@link WINDOW}. */
export async function startWebKit(): Promise<Browser> {
  const home = mkdtempSync(path.join(tmpdir(), 'walk-webkit-'))
  const downloads = path.join(home, 'downloads')
  makeHome(home, downloads)
  const screen = start(XVFB, ['-displayfd', '1', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'], {}, ['ignore', 'pipe', 'ignore'])
  const display = `:${await told(screen, /^(\d+)\n/)}`
  const port = await freePort()
  const env = { DISPLAY: display, HOME: home, XDG_CONFIG_HOME: path.join(home, 'settings') }
  const driver = start(WEBKIT_DRIVER, [`--port=${port}`], env, 'ignore')
  const address = `http://127.0.0.1:${port}`
  await answers(`${address}/status`)
  const session = (await send('POST', `${address}/session`, { capabilities: WITHOUT_WAITING })) as {
    sessionId: string
    capabilities: { browserVersion: string }
  }
  const at = `${address}/session/${session.sessionId}`
  const { width, height } = (await send('POST', `${at}/window/rect`, WINDOW)) as { width: number; height: number }
  if (width !== WINDOW.width) throw new Error(`the window is ${width} × ${height}`)
  return {
    name: `WebKitGTK ${session.capabilities.browserVersion}`,
    downloads,
    open: async page => void (await send('POST', `${at}/url`, { url: page })),
    back: async () => void (await send('POST', `${at}/back`, {})),
    evaluate: async expression => {
      const value = await send('POST', `${at}/execute/sync`, { script: `return JSON.stringify(${expression})`, args: [] })
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined
    },
    perform: async inputs => void (await send('POST', `${at}/actions`, { actions: inputs })),
    picture: async () => Buffer.from((await send('GET', `${at}/screenshot`)) as string, 'base64'),
    close: async () => {
      await end(driver)
      await end(screen)
      rmSync(home, { recursive: true })
    },
  }
}

/** Waits until a program answers at an address. */
async function answers(address: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await send('GET', address)
      return
    } catch (error) {
      if (tries === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}
