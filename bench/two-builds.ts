import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { readClaim } from '#scripts/claim-input.ts'
import type { Visitor } from '../e2e/visitor.ts'
import { median } from './measure.ts'
import { EXAMPLE } from './packet-views.ts'
import { makeClaims, openOnce, PAGE, PEOPLE, savingLoad, startVisited } from './page-load.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 7)
const SECONDS = 8

/** What people do for some seconds, none of them ever pausing; gives how many requests were answered as they should be. */
type Doing = (visitors: readonly Visitor[], seconds: number) => Promise<number>

const DOINGS: Readonly<Record<string, Doing>> = {
  'open the first page': (visitors, seconds) => openingLoad(visitors, seconds, '/'),
  'open a question page': (visitors, seconds) => openingLoad(visitors, seconds, PAGE),
  'open a question page and save, in turn': async (visitors, seconds) => {
    const { opened, saved, errors } = await savingLoad(visitors, seconds, 0)
    if (errors > 0) throw new Error(`${errors} requests failed`)
    return opened.count + saved.count
  },
}

/** Everybody opens the page again and again. */
async function openingLoad(visitors: readonly Visitor[], seconds: number, page: string): Promise<number> {
  const end = performance.now() + seconds * 1_000
  let count = 0
  await Promise.all(
    visitors.map(async visitor => {
      while (performance.now() < end) {
        await openOnce(visitor, page)
        count += 1
      }
    }),
  )
  return count
}

/** Starts the build in a project's folder on a copy of the data, with somebody for each claim. */
async function startBuild(root: string, data: string, sessions: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-build-'))
  cpSync(data, folder, { recursive: true })
  return startVisited(folder, sessions, root)
}

/**
 * Compares the build of another folder (an older checkout, built) with this one: both serve copies of the same claims, and are asked in
 * turn, so that a slow moment of the machine falls on both. Both must have the same migrations.
 */
async function compare(old: string): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'bench-data-'))
  const sessions = await makeClaims(data, answersFromClaim(readClaim(EXAMPLE).claim))
  const builds = { old: await startBuild(old, data, sessions), new: await startBuild(process.cwd(), data, sessions) }
  console.log(
    `${PEOPLE} people, ${ROUNDS} rounds of ${SECONDS} seconds for each build; answers a second, medians. Load: ${loadavg()[0]?.toFixed(1)}`,
  )
  for (const [name, doing] of Object.entries(DOINGS)) {
    const rates = { old: [] as number[], new: [] as number[] }
    // The first round only warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const which of round % 2 ? (['old', 'new'] as const) : (['new', 'old'] as const)) {
        const started = performance.now()
        const count = await doing(builds[which].visitors, SECONDS)
        if (round > 0) rates[which].push((count * 1_000) / (performance.now() - started))
      }
    }
    const ratios = rates.new.map((rate, round) => rate / (rates.old[round] ?? rate))
    console.log(`${name}: old ${median(rates.old).toFixed(1)}, new ${median(rates.new).toFixed(1)}, ratio ${median(ratios).toFixed(2)}`)
  }
  console.log(`Load: ${loadavg()[0]?.toFixed(1)}`)
  await Promise.all(Object.values(builds).map(build => build.stop()))
  rmSync(data, { recursive: true })
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder holds the other build?')
await compare(path.resolve(folder))
