import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { incomeLoss } from '#machines/rules/income-loss.ts'
import { missingItems } from '#machines/rules/missing.ts'
import { claimView, renderPacket } from '#app/packet/render-packet.server.ts'
import { createRenderPool } from '#app/packet/render-pool.server.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { inTurn, median, millisecondsOf } from './measure.ts'
import { drawRaw } from './raw-pdf.ts'

const EXAMPLE = 'examples/advocate-ongoing.json'
const ROUNDS = { domain: 50, packet: 15, cold: 5 } as const

const input = readClaim(EXAMPLE)
const { claim, today } = input
const answers = answersFromClaim(claim)
const order = { ...input, part: 'both' } as const
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))

/** A new process from start to end. */
function runProcess(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
}

async function coldMedians() {
  const times = { start: [] as number[], packet: [] as number[], raw: [] as number[] }
  for (let round = 0; round < ROUNDS.cold; round += 1) {
    times.start.push(await millisecondsOf(() => runProcess('scripts/schema.ts')))
    times.packet.push(await millisecondsOf(() => runProcess('scripts/packet.ts', EXAMPLE, path.join(folder, 'out.pdf'))))
    times.raw.push(await millisecondsOf(() => runProcess('bench/cold-raw.ts', EXAMPLE)))
  }
  return { start: median(times.start), packet: median(times.packet), raw: median(times.raw) }
}

const domain = await inTurn(ROUNDS.domain, {
  replay: () => replayClaim(answers, today),
  estimate: () => [eligibility(claim, today), filingDeadline(claim, today), incomeLoss(claim.work, today), missingItems(claim)],
  view: () => claimView(input),
})
const pool = createRenderPool()
const warmUp = await millisecondsOf(() => pool.warmUp())
const { pages, pdf } = await renderPacket(order)
const packet = await inTurn(ROUNDS.packet, {
  worker: () => pool.render(order),
  thread: () => renderPacket(order),
  raw: () => drawRaw(claimView(input)),
})
await pool.close()
const cold = await coldMedians()
rmSync(folder, { recursive: true })

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`
const times = (value: number, base: number) => (value / base).toFixed(1)
const cpu = cpus()[0]?.model ?? 'unknown'

writeFileSync(
  'docs/benchmarks.md',
  `# Benchmarks

Written by \`npm run bench\` and never by hand. Medians; the kinds of work take turns in one run, so that a slow moment falls on all
of them. Milliseconds belong to this machine; ratios travel. No threshold is fixed on purpose.

- Machine: ${cpus().length} × ${cpu}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}
- Claim: \`${EXAMPLE}\` (uncertain dates, three periods over ten years), ${Object.keys(answers).length} answered pages; packet of ${pages.mail} + ${pages.divider} + ${pages.keep} pages, ${Math.round(pdf.length / 1024)} kB

## The domain (${ROUNDS.domain} rounds)

| work | median |
|---|---|
| replay of all answers to the position | ${ms(domain.replay)} |
| estimate: eligibility, deadline, income loss, what is missing | ${ms(domain.estimate)} |
| packet view: every string of both parts | ${ms(domain.view)} |

## The packet, warm (${ROUNDS.packet} rounds)

The peer is raw pdfkit: the same strings in the same fonts, one below the other, with no tables, columns or care for page ends.

| work | median | × raw pdfkit |
|---|---|---|
| raw pdfkit, same strings | ${ms(packet.raw)} | 1 |
| packet in this thread | ${ms(packet.thread)} | ${times(packet.thread, packet.raw)} |
| packet in a render worker | ${ms(packet.worker)} | ${times(packet.worker, packet.raw)} |

Starting a worker and making an empty packet in it once took ${ms(warmUp)}.

## The packet, cold (a new process each time, ${ROUNDS.cold} rounds)

| work | median | × raw pdfkit |
|---|---|---|
| a command that makes no packet (\`schema\`) | ${ms(cold.start)} | ${times(cold.start, cold.raw)} |
| raw pdfkit, same strings | ${ms(cold.raw)} | 1 |
| \`packet\` | ${ms(cold.packet)} | ${times(cold.packet, cold.raw)} |
`,
)
