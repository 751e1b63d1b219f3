import { execFileSync, spawnSync } from 'node:child_process'
import path from 'node:path'
import { touchedBy } from './testing/touched.ts'

/** `npm run test:changed`: runs what the changes since a commit can affect; without an argument, the changes that are not committed yet. */
const [since = 'HEAD', ...rest] = process.argv.slice(2)
if (rest.length > 0 || since.startsWith('-')) {
  console.error('Use: npm run test:changed, or npm run test:changed -- COMMIT')
  process.exit(2)
}
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
const changed = [...git('diff', '--name-only', '--diff-filter=d', since), ...git('ls-files', '--others', '--exclude-standard')]
const { types, code, styles, unit, postgres, browser } = touchedBy(changed)

const bin = (name: string) => path.resolve('node_modules/.bin', name)
const steps: readonly (readonly [name: string, runs: boolean, program: string, args: readonly string[]])[] = [
  ['types', types, bin('tsc'), ['--noEmit']],
  ['lint of code', code.length > 0, bin('eslint'), ['--max-warnings', '0', '--no-warn-ignored', ...code]],
  ['lint of styles', styles.length > 0, bin('stylelint'), styles],
  ['format', changed.length > 0, bin('prettier'), ['--check', '--ignore-unknown', ...changed]],
  ['unit and flow', unit !== null, bin('vitest'), unit ?? []],
  ['data layer on PostgreSQL', postgres, 'npm', ['test', '--', '--only=postgres']],
  ['browser', browser !== null, 'npm', ['test', '--', '--only=browser', ...(browser ?? [])]],
]
console.log(`${changed.length} files have changed since ${since}`)
const failed = steps.filter(([name, runs, program, args]) => {
  console.log(`\n== ${name}${runs ? '' : ': nothing of it is touched'}`)
  return runs && spawnSync(program, args, { stdio: 'inherit' }).status !== 0
})
console.log(failed.length === 0 ? '\nWhat the change touches passes.' : `\nFailed: ${failed.map(([name]) => name).join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
