import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  browserCount,
  browserFailures,
  flakyTests,
  MOST_FLAKY,
  unitFailures,
  type BrowserReport,
  type Count,
  type Failure,
  type UnitReport,
} from './testing/failures.ts'
import { makeQuickFolder } from './testing/quick-folder.ts'
import { readPlan, type Part } from './testing/test-plan.ts'
import { makeMigratedTemplate, startTestPostgres } from './testing/test-postgres.ts'
import { installMissingTools } from './testing/tools.ts'

/** One step of the tests. */
interface Step {
  readonly name: string
  readonly run: (runner: Runner) => Promise<Count>
}

/** Runs a program; resolves with whether it ended well. */
type Runner = (program: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<boolean>

/** The reports of the last run, with the time of each test: `unit.json`, `postgres.json`, `browser.json`. */
const reports = path.resolve('test-reports')
const bin = (name: string) => path.resolve('node_modules/.bin', name)
const relative = (file: string) => path.relative('.', file)
const isSerial = (file: string) => readFileSync(path.join('e2e', file), 'utf8').includes("mode: 'serial'")

/** Runs a program; what it writes is passed to `tell` as it comes. */
const runner =
  (tell: (chunk: Buffer) => void): Runner =>
  (program, args, env = {}) =>
    new Promise(resolve => {
      const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
      for (const stream of [child.stdout, child.stderr]) stream.on('data', tell)
      child.on('error', error => {
        tell(Buffer.from(`${error.message}\n`))
        resolve(false)
      })
      child.on('close', code => resolve(code === 0))
    })

/** A step that passes or fails as a whole. */
const whole = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async run => {
    const passed = await run(program, args)
    if (!passed) failures.push({ name, why: 'See what it wrote, above.', alone: [path.relative('.', program), ...args].join(' ') })
    return { passed: Number(passed), failed: Number(!passed) }
  },
})

/** Reads a step's report; a run that failed without one, or with nothing failed in it, still counts as failed. */
function counted<Report>(ok: boolean, file: string, read: (report: Report) => Count): Count {
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')) as Report)
    const toldNothing = (!ok && count.failed === 0) || count.passed + count.failed === 0
    return toldNothing ? { ...count, failed: count.failed + 1 } : count
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Runs unit tests: all of them, or those of some files. */
async function unit(run: Runner, part: Part, words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Count> {
  const file = path.join(reports, `${part}.json`)
  const ok = await run(bin('vitest'), ['run', ...words, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], env)
  return counted(ok, file, (report: UnitReport) => {
    failures.push(...unitFailures(report, part, relative))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  })
}

/** The data layer's tests and those of what pages ask of it once more, on a PostgreSQL server that runs only as long as they do. */
async function onPostgres(run: Runner): Promise<Count> {
  const server = await startTestPostgres()
  try {
    const env = {
      TEST_POSTGRES_URL: server.url,
      TEST_POSTGRES_DATA: server.data,
      TEST_POSTGRES_TEMPLATE: await makeMigratedTemplate(server.url),
    }
    return await unit(run, 'postgres', rest.length > 0 ? rest : ['app/data', 'app/auth'], env)
  } finally {
    server.stop()
  }
}

async function browser(run: Runner): Promise<Count> {
  const file = path.join(reports, 'browser.json')
  const ok = await run(bin('playwright'), ['test', ...rest, '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file, BUILT: 'yes' })
  return counted(ok, file, (report: BrowserReport) => {
    failures.push(...browserFailures(report, isSerial))
    flaky.push(...flakyTests(report))
    return browserCount(report)
  })
}

const TYPES = whole('types', bin('tsc'), '--noEmit')
const CODE = whole('lint of code', bin('eslint'), '.', '--max-warnings', '0')
const STYLES = whole('lint of styles', bin('stylelint'), 'app/**/*.css')
const FORMAT = whole('format', bin('prettier'), '--check', '.', '--log-level', 'warn')
const UNUSED = whole('unused code', bin('knip'), '--no-progress', '--treat-config-hints-as-errors')
const BUILD = whole('build', 'npm', 'run', '--silent', 'build')

/** The steps of each part, in lanes that run side by side: what works on one processor alone leaves the other one free. */
const STEPS: Readonly<Record<Part, readonly (readonly Step[])[]>> = {
  lint: [[CODE], [TYPES, UNUSED, STYLES, FORMAT]],
  unit: [[{ name: 'unit and flow', run: run => unit(run, 'unit', rest) }]],
  postgres: [[{ name: 'data layer on PostgreSQL', run: onPostgres }]],
  browser: [[BUILD, { name: 'browser', run: browser }]],
}

/** All parts: the build needs one processor, too, so it runs beside the lint. */
const EVERYTHING = [[[CODE], [TYPES, UNUSED, STYLES, FORMAT, BUILD]], STEPS.unit, STEPS.postgres, [STEPS.browser[0]!.slice(1)]]

/** Runs steps one after another, and adds what each counted. */
async function runLane(steps: readonly Step[], beside: boolean): Promise<void> {
  for (const { name, run } of steps) {
    const started = Date.now()
    const kept: Buffer[] = []
    // The output of two steps at once would be unreadable, so a step that runs beside others prints its output when it has ended.
    if (!beside) console.log(`\n== ${name}`)
    const { passed, failed } = await run(runner(chunk => (beside ? kept.push(chunk) : process.stdout.write(chunk))))
    if (beside) console.log(`\n== ${name}\n${Buffer.concat(kept).toString()}`.trimEnd())
    total.passed += passed
    total.failed += failed
    console.log(`== ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`)
  }
}

const plan = readPlan(process.argv.slice(2))
if (typeof plan === 'string') {
  console.error(plan)
  process.exit(2)
}
const { parts, rest } = plan
const failures: Failure[] = []
const flaky: { readonly name: string; readonly why: string }[] = []
const total = { passed: 0, failed: 0 }

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
// Every program that is started here writes its temporary files there.
const quick = makeQuickFolder()
process.env.TMPDIR = quick
process.on('exit', () => rmSync(quick, { recursive: true, force: true }))
// A run that is stopped leaves nothing in the memory either.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const need = parts.some(part => part !== 'lint') ? installMissingTools() : null
if (need) {
  console.error(need)
  total.failed += 1
}
for (const lanes of parts.length > 1 ? EVERYTHING : parts.map(part => STEPS[part])) {
  await Promise.all(lanes.map(steps => runLane(steps, lanes.length > 1)))
}

for (const { name, why } of flaky) console.log(`\n-- passed at the second try: ${name}\n${why}`)
for (const { name, why, alone } of failures) console.log(`\n-- failed: ${name}\n${why}${alone === null ? '' : `\nAlone: ${alone}`}`)
console.log('')
for (const { name } of flaky) console.log(`flaky: ${name}`)
if (flaky.length > MOST_FLAKY) console.log(`More than ${MOST_FLAKY} tests passed only at the second try, so all of these count as failed.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
