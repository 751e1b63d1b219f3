import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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

function unit(): Count {
  const file = path.join(reports, 'unit.json')
  const ok = run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return counted(ok, file, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))
}

function browser(): Count {
  const file = path.join(reports, 'browser.json')
  const ok = run(bin('playwright'), ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return counted(ok, file, (report: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
  }))
}

const steps: readonly (readonly [string, () => Count])[] = [
  ['types', () => whole(run(bin('tsc'), ['--noEmit']))],
  ['lint of code', () => whole(run(bin('eslint'), ['.', '--max-warnings', '0']))],
  ['lint of styles', () => whole(run(bin('stylelint'), ['app/**/*.css']))],
  ['build', () => whole(run('npm', ['run', '--silent', 'build']))],
  ['unit and flow', unit],
  ['browser', browser],
]

const need = installMissingTools()
if (need) console.error(need)
const total: Count = need ? { passed: 0, failed: 1 } : { passed: 0, failed: 0 }
for (const [name, step] of steps) {
  const started = Date.now()
  console.log(`\n== ${name}`)
  const { passed, failed } = step()
  total.passed += passed
  total.failed += failed
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`)
}
rmSync(reports, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
