import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { replayClaim } from '#machines/claim/replay.ts'
import { filingDeadline } from '#machines/rules/deadline.ts'
import { eligibility } from '#machines/rules/eligibility.ts'
import { incomeLoss } from '#machines/rules/income-loss.ts'
import { missingItems } from '#machines/rules/missing.ts'
import { claimView, renderPacket } from '#app/packet/render/render-packet.server.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { measureAnswerWalk } from './answer-walk.ts'
import { exitSpeed } from './exit-speed.ts'
import { CASES_IN_ALL, manyCases, MANY_CASES_HEADING } from './many-cases.ts'
import { inTurn } from './measure.ts'
import { measurePages, PAUSE_MS, PEOPLE, SECONDS, type Load } from './page-load.ts'
import { EXAMPLE } from './packet-views.ts'
import { packetSpeed } from './packet-speed.ts'
import { keepingSections } from './report-sections.ts'

const ROUNDS = { domain: 50, walk: 300, page: 100, packet: { warm: 15, cold: 5, load: 10 } } as const

const input = readClaim(EXAMPLE)
const { claim, today } = input
const answers = answersFromClaim(claim)
// Parsed anew each time, as a request does: what is remembered about the answers of one request helps no other.
const stored = JSON.stringify(answers)

function run(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'ignore' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
}

const domain = await inTurn(ROUNDS.domain, {
  replay: () => replayClaim(JSON.parse(stored) as ClaimAnswers, today),
  estimate: () => [eligibility(claim, today), filingDeadline(claim, today), incomeLoss(claim.work, today), missingItems(claim)],
  view: () => claimView(input),
})
const walk = await measureAnswerWalk(answers, ROUNDS.walk)
run('npm', 'run', '--silent', 'build')
const pages = await measurePages(answers, ROUNDS.page)
const exit = await exitSpeed()
const { pages: sheets, pdf } = await renderPacket({ ...input, part: 'both' })
const packet = await packetSpeed(ROUNDS.packet)
const cases = await manyCases(CASES_IN_ALL)

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`
const times = (value: number, base: number) => (value / base).toFixed(1)
const loadRow = (name: string, { opened, saved, errors }: Load) =>
  `| ${name} | ${opened.count} + ${saved.count} | ${ms(opened.median)} | ${ms(opened.percentile95)} | ${ms(saved.median)} | ${ms(saved.percentile95)} | ${errors} |`
const cpu = cpus()[0]?.model ?? 'unknown'

const REPORT = 'docs/benchmarks.md'
const before = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : ''
const report = `# Benchmarks

Written by \`npm run bench\`, with many cases in all by \`npm run bench:cases -- ${REPORT}\`, and never by hand. Medians; the kinds of work take turns in one run, so that a slow moment falls on all
of them. Milliseconds belong to this machine; ratios travel. Other work on the machine makes all of it slower.

- Machine: ${cpus().length} × ${cpu}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}
- Claim: \`${EXAMPLE}\` (uncertain dates, three periods over ten years), ${Object.keys(answers).length} answered pages; packet of ${sheets.mail} + ${sheets.divider} + ${sheets.keep} pages, ${Math.round(pdf.length / 1024)} kB

## The domain (${ROUNDS.domain} rounds)

| work | median |
|---|---|
| replay of all answers to the position | ${ms(domain.replay)} |
| estimate: eligibility, deadline, income loss, what is missing | ${ms(domain.estimate)} |
| packet view: every string of both parts | ${ms(domain.view)} |

## One answer on the server (${ROUNDS.walk} rounds)

The claim above, and its dearest page: a change of the work changes the estimate, which decides whether a later page applies. The peer is
a bare Prisma update of the same columns of a draft in the same database file, contents ready: no keys, no session, no audit event.

| work | median | × bare update |
|---|---|---|
| bare Prisma update | ${ms(walk.bare)} | 1 |
| one answer's walk: read the form, put the stored answers back into the machine, transition, seal, save | ${ms(walk.walk)} | ${times(walk.walk, walk.bare)} |
| the whole action: the walk, and before it the session opened and the page checked, after it the next page found | ${ms(walk.action)} | ${times(walk.action, walk.bare)} |

## Pages over HTTP, on this machine

One person who opens a question page, one request after another: ${ms(pages.page)} (median of ${ROUNDS.page}).

${PEOPLE} people at once for ${SECONDS} seconds, each with a claim of their own: open a page, change the answer, send it, again and again. A page that
does not show what was sent before counts as an error, like any failed request. The server is one process; those who ask share its processors.

| ${PEOPLE} people | pages + saves | page, median | page, 95th percentile | save, median | save, 95th percentile | errors |
|---|---|---|---|---|---|---|
${loadRow(`who look at each page for ${PAUSE_MS / 1_000} seconds`, pages.steady)}
${loadRow('who never pause', pages.busy)}

${exit}
${packet}
${cases}`

// A million cases take long to make: that part is measured by a run of its own and stays.
writeFileSync(
  REPORT,
  keepingSections(report, before, heading => heading.startsWith(MANY_CASES_HEADING)),
)
