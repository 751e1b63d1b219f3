import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '#app/data/store.server.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { median, percentile } from './measure.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, listening, startScript } from '../e2e/server-process.ts'
import { createVisitor, FORM_MADE_FROM, type Visitor } from '../e2e/visitor.ts'

/** The question page that is opened and saved. */
export const PAGE = '/claim/q/story'
/** People at once, each with a claim of their own. */
export const PEOPLE = 100
export const SECONDS = 60
/** How long a person looks at a page before the next step; a person who reads and writes takes longer. */
export const PAUSE_MS = 5_000

const WARM_UP = 20

/** The results of a minute under load; times in milliseconds. */
export interface Load {
  readonly opened: Times
  readonly saved: Times
  /** Requests that failed or did not show what was saved before; must be none. */
  readonly errors: number
}

interface Times {
  readonly count: number
  readonly median: number
  readonly percentile95: number
}

const timesOf = (values: readonly number[]): Times => ({
  count: values.length,
  median: median(values),
  percentile95: percentile(values, 0.95),
})

/** Milliseconds for a question page over HTTP, one request at a time, and the same for a hundred people for a minute. */
export async function measurePages(answers: ClaimAnswers, rounds: number): Promise<{ page: number; busy: Load; steady: Load }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-web-'))
  const { visitors, stop } = await startVisited(folder, await makeClaims(folder, answers))
  try {
    const times: number[] = []
    for (let round = 0; round < WARM_UP + rounds; round += 1) times.push(await openOnce(visitors[0]))
    return {
      page: median(times.slice(WARM_UP)),
      busy: await savingLoad(visitors, SECONDS, 0),
      steady: await savingLoad(visitors, SECONDS, PAUSE_MS),
    }
  } finally {
    await stop()
  }
}

/**
 * Starts a server on a data folder, with a visitor for each claim in it. `stop` deletes the folder.
 * @param root folder of the project whose build it is
 * @param options options of Node
 */
export async function startVisited(folder: string, sessions: readonly string[], root?: string, options?: readonly string[]) {
  const port = await freePort()
  const server = startScript('serve', { PORT: String(port), DATA_DIR: folder, KEY_FILE: path.join(folder, 'master.key') }, root, options)
  const end = ended(server)
  await listening(server)
  const visitors = sessions.map(session => createVisitor(port, session))
  const stop = async () => {
    for (const visitor of visitors) visitor.leave()
    server.kill('SIGTERM')
    await end
    rmSync(folder, { recursive: true })
  }
  return { visitors, sessions, port, stop, cpuMs: () => cpuMs(server.pid ?? 0) }
}

/** A tick of `/proc` in milliseconds, the same on every Linux that people use. */
const TICK_MS = 10

/**
 * Milliseconds of processor time that a process has used, with its threads. A busy machine changes it less than the time of the clock.
 * Linux only.
 */
function cpuMs(pid: number): number {
  // The second field is the name in parentheses; user and system time are the 14th and 15th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** Makes a data folder with a claim for each of {@link PEOPLE}; gives the values of their session cookies. */
export async function makeClaims(folder: string, answers: ClaimAnswers): Promise<string[]> {
  const store = await openStore({ dataDirectory: folder, keyFile: path.join(folder, 'master.key') })
  const sessions: string[] = []
  for (let person = 0; person < PEOPLE; person += 1) sessions.push((await store.drafts.create({ answers, language: 'en' })).session)
  await store.close()
  return sessions
}

/** Opens a page that has to be there; gives the milliseconds. */
export async function openOnce(visitor: Visitor | undefined, page = PAGE): Promise<number> {
  const answered = await visitor?.open(page)
  if (answered?.status !== 200) throw new Error(`${page} answered ${answered?.status}`)
  return answered.milliseconds
}

/** Everybody opens the page, writes something else and sends it, again and again; every page must show what was sent before. */
export async function savingLoad(visitors: readonly Visitor[], seconds: number, pauseMs: number): Promise<Load> {
  const [opened, saved]: [number[], number[]] = [[], []]
  let errors = 0
  const end = performance.now() + seconds * 1_000
  await Promise.all(
    visitors.map(async (visitor, person) => {
      let written: string | null = null
      // Visitors start one after another, unless they never pause.
      await wait((pauseMs * person) / visitors.length)
      for (let round = 0; performance.now() < end; round += 1) {
        try {
          const page = await visitor.open(PAGE)
          opened.push(page.milliseconds)
          if (page.status !== 200 || (written !== null && !page.text.includes(written))) errors += 1
          await wait(pauseMs)
          written = `I sewed. Person ${person}, time ${round}.`
          const sent = await visitor.post(PAGE, {
            intent: 'answer',
            seen: FORM_MADE_FROM.exec(page.text)?.[1] ?? '',
            circumstances: written,
          })
          saved.push(sent.milliseconds)
          if (sent.status !== 303 || !sent.headers.location?.startsWith('/claim/q/')) errors += 1
          await wait(pauseMs)
        } catch {
          errors += 1
        }
      }
    }),
  )
  return { opened: timesOf(opened), saved: timesOf(saved), errors }
}
