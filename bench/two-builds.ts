import { loadavg } from 'node:os'
import type { Visitor } from '../e2e/visitor.ts'
import { median } from './measure.ts'
import { BUILDS, folderOfOld, orderIn, sameClaims, type SameClaims } from './old-and-new.ts'
import { openOnce, PAGE, PEOPLE, savingLoad } from './page-load.ts'
import { profileFolder } from './page-profile.ts'

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

/** Compares what the build of another folder and this one answer in a second. Then it prints the profile of a question page. */
async function compare(old: string): Promise<void> {
  const claims = await sameClaims(old)
  const builds = await claims.startBoth()
  console.log(
    `${PEOPLE} people, ${ROUNDS} rounds of ${SECONDS} seconds for each build; answers a second, medians. Load: ${loadavg()[0]?.toFixed(1)}`,
  )
  for (const [name, doing] of Object.entries(DOINGS)) {
    const rates = { old: [] as number[], new: [] as number[] }
    const costs = { old: [] as number[], new: [] as number[] }
    // The first round only warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const which of orderIn(round)) {
        const [started, used] = [performance.now(), builds[which].cpuMs()]
        const count = await doing(builds[which].visitors, SECONDS)
        if (round === 0) continue
        rates[which].push((count * 1_000) / (performance.now() - started))
        costs[which].push((builds[which].cpuMs() - used) / count)
      }
    }
    const ratios = rates.new.map((rate, round) => rate / (rates.old[round] ?? rate))
    const cpuRatios = costs.new.map((cost, round) => (costs.old[round] ?? cost) / cost)
    console.log(`${name}: old ${median(rates.old).toFixed(1)}, new ${median(rates.new).toFixed(1)}, ratio ${median(ratios).toFixed(2)}`)
    console.log(
      `  processor time for each: old ${median(costs.old).toFixed(2)} ms, new ${median(costs.new).toFixed(2)} ms, ratio ${median(cpuRatios).toFixed(2)}`,
    )
  }
  console.log(`Load: ${loadavg()[0]?.toFixed(1)}`)
  await Promise.all(Object.values(builds).map(build => build.stop()))
  await printProfiles(claims)
  claims.remove()
}

/** Prints for each build where the time of a question page goes: milliseconds, and their share of the page. */
async function printProfiles({ start }: SameClaims): Promise<void> {
  for (const which of BUILDS) {
    const profile = profileFolder()
    const { visitors, stop } = await start(which, profile.options)
    // The first seconds only warm up.
    await openingLoad(visitors, SECONDS, PAGE)
    const count = await openingLoad(visitors, SECONDS, PAGE)
    await stop()
    const { busyMs, shares } = profile.read(SECONDS)
    console.log(`A question page of the ${which} build, under the profiler: ${(busyMs / count).toFixed(2)} ms`)
    for (const [place, share] of Object.entries(shares).sort(([, a], [, b]) => b - a)) {
      console.log(`  ${place.padEnd(34)}${((busyMs / count) * share).toFixed(2).padStart(6)} ms ${(share * 100).toFixed(1).padStart(5)} %`)
    }
  }
}

await compare(folderOfOld())
