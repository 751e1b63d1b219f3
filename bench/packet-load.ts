import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createRenderPool } from '#app/packet/render/render-pool.server.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { EXAMPLE } from './packet-views.ts'

const AT_ONCE = 8
const rounds = Number(process.argv[2] ?? 5)

/**
 * What a server does when it is asked for eight packets at once, again and again. It runs in a process of its own, so that only its memory
 * is measured.
 */
export interface PacketLoad {
  readonly perSecond: number
  /** Longest time for which the main thread did nothing else, in milliseconds. */
  readonly longestDelay: number
  /** Most memory of the process with both workers, in megabytes. */
  readonly megabytes: number
}

const pool = createRenderPool()
const order = { ...readClaim(EXAMPLE), part: 'both' } as const
const eight = () => Promise.all(Array.from({ length: AT_ONCE }, () => pool.render(order)))
await pool.warmUp()
await eight()
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let megabytes = 0
const started = performance.now()
for (let round = 0; round < rounds; round += 1) {
  await eight()
  megabytes = Math.max(megabytes, process.memoryUsage().rss / 2 ** 20)
}
const seconds = (performance.now() - started) / 1000
delay.disable()
await pool.close()
const load: PacketLoad = { perSecond: (AT_ONCE * rounds) / seconds, longestDelay: delay.max / 1e6, megabytes }
console.log(JSON.stringify(load))
