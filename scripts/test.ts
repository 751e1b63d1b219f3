import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { browserFailures, unitFailures, type BrowserReport, type UnitReport } from './failures.ts'
import { startTestPostgres } from './test-postgres.ts'
import { installMissingTools } from './tools.ts'

/** How many checks of one step passed and failed. */
interface Count {
  passed: number
  failed: number
}

const reports = mkdtempSync(path.join(tmpdir(), 'test-'))
const bin = (name: string) => path.resolve('node_modules/.bin', name)

/** Runs a program with its output on ours. */
function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status === 0
}

/** A step that passes or fails as a whole. */
const whole = (passed: boolean): Count => ({ passed: Number(passed), failed: Number(!passed) })

/** Every failed test with why, for the end of the output. */
const failures: string[] = []

/** Reads a step's report; a run that failed without one, or with nothing failed in it, still counts as failed. */
function counted(ok: boolean, file: string, read: (report: never) => Count): Count {
  let count: Count
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')) as never)
  } catch {
    return { passed: 0, failed: 1 }
  }
  if ((!ok && count.failed === 0) || count.passed + count.failed === 0) count.failed += 1
  return count
}

/** Runs unit tests: all of them, or those of one folder. */
function unit(name: string, folders: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Count {
  const file = path.join(reports, `${name}.json`)
  const ok = run(bin('vitest'), ['run', ...folders, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  return counted(ok, file, (report: UnitReport) => {
    failures.push(...unitFailures(report))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  })
}

/** The data layer's tests once more, on a PostgreSQL server that lives as long as they do. */
async function onPostgres(): Promise<Count> {
  const server = await startTestPostgres()
  try {
    return unit('postgres', ['app/data'], { TEST_POSTGRES_URL: server.url, TEST_POSTGRES_DATA: server.data })
  } finally {
    server.stop()
  }
}

function browser(): Count {
  const file = path.join(reports, 'browser.json')
  const ok = run(bin('playwright'), ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return counted(ok, file, (report: BrowserReport) => {
    failures.push(...browserFailures(report))
    return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
  })
}

const steps: readonly (readonly [string, () => Count | Promise<Count>])[] = [
  ['types', () => whole(run(bin('tsc'), ['--noEmit']))],
  ['lint of code', () => whole(run(bin('eslint'), ['.', '--max-warnings', '0']))],
  ['lint of styles', () => whole(run(bin('stylelint'), ['app/**/*.css']))],
  ['build', () => whole(run('npm', ['run', '--silent', 'build']))],
  ['unit and flow', () => unit('unit')],
  ['data layer on PostgreSQL', onPostgres],
  ['browser', browser],
]

const need = installMissingTools()
if (need) console.error(need)
const total: Count = need ? { passed: 0, failed: 1 } : { passed: 0, failed: 0 }
for (const [name, step] of steps) {
  const started = Date.now()
  console.log(`\n== ${name}`)
  const { passed, failed } = await step()
  total.passed += passed
  total.failed += failed
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`)
}
for (const failure of failures) console.log(`\n-- failed: ${failure}`)
rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
