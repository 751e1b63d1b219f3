import { loadavg } from 'node:os'
import { chromium, type BrowserContextOptions } from '@playwright/test'
import { OFFERED_LANGUAGES, type LanguageCode } from '#app/i18n/languages.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { weigh } from '../e2e/weight.ts'
import { median } from './measure.ts'
import { BUILDS, folderOfOld, orderIn, sameClaims, type Which } from './old-and-new.ts'
import { KBIT_PER_SECOND, SLOWER, slowDown, typeFromTheStart, type Typed } from './slow-phone.ts'

/** Until an answer begins, in milliseconds: a phone with a fair way to its network, and one at the edge. Each request for itself waits so long. */
const LATENCIES_MS = [150, 400]
const ROUNDS = Number(process.env.ROUNDS ?? 5)
/** The first question of the check with a field for text; the two before it are skipped. */
const CHECK = '/check/dates'
const SKIPPED_BEFORE = 2
/** The longest page of questions, of a claim with three times of work. */
const LONGEST = '/claim/q/work'

const ratio = (of: Readonly<Record<Which, number>>) => (of.new / of.old).toFixed(2)
const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(2)

const claims = await sameClaims(folderOfOld())
const builds = await claims.startBoth()
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
})
try {
  await compareWeights()
  await compareTimes()
} finally {
  await browser.close()
  await Promise.all(Object.values(builds).map(build => build.stop()))
  claims.remove()
}

/** A window of a browser that has nothing of ours but cookies: somebody with an open claim. */
async function freshWindow(which: Which, language: LanguageCode, options: BrowserContextOptions = {}) {
  const { port, sessions } = builds[which]
  const baseURL = `http://127.0.0.1:${port}`
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, baseURL, ...options })
  const cookies = { [COOKIE_NAMES.draft]: sessions[0] ?? '', [COOKIE_NAMES.language]: language }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL })))
  return context.newPage()
}

async function weightOf(which: Which, language: LanguageCode, address: string): Promise<number> {
  const page = await freshWindow(which, language)
  const { bytes } = await weigh(page, address)
  await page.context().close()
  return bytes
}

async function compareWeights(): Promise<void> {
  console.log(`| bytes of a first visit, with scripts | ${BUILDS.join(' | ')} | ratio |\n|---|---|---|---|`)
  for (const address of ['/', LONGEST]) {
    for (const { code } of OFFERED_LANGUAGES) {
      const bytes = { old: await weightOf('old', code, address), new: await weightOf('new', code, address) }
      console.log(`| ${address}, ${code} | ${bytes.old} | ${bytes.new} | ${ratio(bytes)} |`)
    }
  }
}

/** The cookies of somebody who has come to the question of the check. */
async function cameToTheCheck(which: Which): Promise<BrowserContextOptions> {
  const page = await freshWindow(which, 'en', { javaScriptEnabled: false })
  await page.goto('/check/kinds')
  for (let question = 0; question < SKIPPED_BEFORE; question += 1) await page.locator('main button[value=skip]').click()
  await page.waitForURL(`**${CHECK}`)
  const storageState = await page.context().storageState()
  await page.context().close()
  return { storageState }
}

async function typeOn(which: Which, address: string, latency: number, came: BrowserContextOptions): Promise<Typed> {
  const page = await freshWindow(which, 'en', came)
  await slowDown(page, latency)
  const typed = await typeFromTheStart(page, address)
  await page.context().close()
  return typed
}

async function compareTimes(): Promise<void> {
  const came = { old: await cameToTheCheck('old'), new: await cameToTheCheck('new') }
  console.log(`
${KBIT_PER_SECOND} kbit/s, processor ${SLOWER} × slower, nothing of ours in the cache; medians of ${ROUNDS} rounds. Somebody taps the first field
when it can be seen, and types on until the page has come to rest. A letter counts if it stays and the field keeps the focus.

| page, ms until an answer begins | build | field seen (s) | first letter that stays (s) | letters lost before it | taps | ratio |
|---|---|---|---|---|---|---|`)
  for (const address of [CHECK, LONGEST]) for (const latency of LATENCIES_MS) await compareOn(address, latency, came)
  console.log(`Load: ${loadavg()[0]?.toFixed(1)}`)
}

async function compareOn(address: string, latency: number, came: Readonly<Record<Which, BrowserContextOptions>>): Promise<void> {
  const typed: Record<Which, Typed[]> = { old: [], new: [] }
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const which of orderIn(round)) {
      const result = await typeOn(which, address, latency, came[which])
      if (round > 0) typed[which].push(result)
    }
  }
  const middle = (which: Which, what: keyof Typed) => median(typed[which].map(result => result[what]))
  const kept = { old: middle('old', 'kept'), new: middle('new', 'kept') }
  for (const which of BUILDS) {
    const figures = [seconds(middle(which, 'seen')), seconds(kept[which]), middle(which, 'lost'), middle(which, 'taps')]
    console.log(`| ${address}, ${latency} | ${which} | ${figures.join(' | ')} | ${which === 'new' ? ratio(kept) : ''} |`)
  }
}
