import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Linter } from 'eslint'
import { getFileInfo } from 'prettier'
import { describe, expect, test } from 'vitest'
import { readsBodies } from '../eslint.config.js'
import { BENEFITS } from '#machines/law/benefits.ts'
import { INCOME_LOSS_LIMITS } from '#machines/law/income-loss.ts'
import { MINIMUM_WAGE } from '#machines/law/minimum-wage.ts'
import { importedFile, importsOf, SOURCES } from './testing/imports.ts'

/** Everything below a folder. */
const below = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name))

/** The part of the project that only tests use, and the commands that run the tests. */
const ONLY_TESTS = /(?:^|\/)testing\/|^scripts\/(?:test|fuzz)/

/** Most files directly in a folder, tests apart; folders whose files are all of one kind may hold more. */
const MOST_FILES = 30
const OF_ONE_KIND = ['app/packet/documents', 'app/routes', 'e2e', 'machines/answers/questions']

/** Source files below a folder, tests and generated code aside. */
const sources = (folder: string): string[] =>
  below(folder).filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('generated'))

describe('the house', () => {
  test('holds no figure of law outside machines/law', () => {
    const figures = new Set([
      ...MINIMUM_WAGE.map(row => row.centsPerHour),
      ...INCOME_LOSS_LIMITS.map(row => row.capCentsPerYear),
      ...BENEFITS.flatMap(row => (row.capCents === null ? [] : [row.capCents])),
    ])
    // Round figures that also mean other things (a thousand of something) would only make noise.
    const telling = [...figures].filter(figure => figure % 1_000 !== 0 || figure >= 1_000_000)
    expect(telling.length).toBeGreaterThan(10)
    const found = [...sources('machines'), ...sources('app'), ...sources('scripts')]
      .filter(file => !file.startsWith(path.join('machines', 'law')))
      .flatMap(file => {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
        const numbers = [...code.matchAll(/(?<![\w.#-])\d[\d_]*(?![\w.%])/g)].map(match => Number(match[0].replaceAll('_', '')))
        return numbers.filter(number => telling.includes(number)).map(number => `${file}: ${number}`)
      })
    expect(found).toEqual([])
  })

  test('keeps its machines free of the clock', () => {
    const found = sources('machines').filter(file => /Date\.now\(|new Date\(\)|performance\.now/.test(readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })

  test('names files that hold secrets or the database .server', () => {
    const found = sources('app').filter(
      file =>
        !file.includes('.server.') && !ONLY_TESTS.test(file) && /from 'node:|better-sqlite3|#app\/data\//.test(readFileSync(file, 'utf8')),
    )
    expect(found.filter(file => !/render\.worker|entry\.server/.test(file))).toEqual([])
  })

  const imported = SOURCES.filter(
    file => /^(?:app|machines|scripts)\//.test(file) && !/\.test\./.test(file) && !ONLY_TESTS.test(file),
  ).flatMap(file => importsOf(file).flatMap(each => ({ file, name: importedFile(each) ?? each.specifier })))

  test('enters a room of the data layer by its index alone', () => {
    const roomOf = (file: string) => /^app\/data\/([a-z]+)\//.exec(file)?.[1]
    const entered = imported.filter(({ file, name }) => roomOf(name) !== undefined && roomOf(name) !== roomOf(file))
    expect(entered.length).toBeGreaterThan(100)
    expect(entered.filter(({ name }) => !/\/index\.server\.ts$|^app\/data\/generated\//.test(name))).toEqual([])
  })

  test('keeps out of its programs what only tests use', () => {
    expect(imported.length).toBeGreaterThan(1_000)
    expect(imported.filter(({ name }) => name.includes('/testing/'))).toEqual([])
  })

  test('has the format of every source checked', async () => {
    const files = ['app', 'machines', 'scripts', 'locales', 'e2e', 'bench']
      .flatMap(below)
      .filter(file => /\.(?:tsx?|css|json)$/.test(file) && !file.startsWith(path.join('app', 'data', 'generated')))
    expect(files).toContain(path.join('app', 'data', 'store.server.ts'))
    const infos = await Promise.all(files.map(file => getFileInfo(file, { ignorePath: '.prettierignore' })))
    expect(files.filter((_, at) => infos[at]?.ignored)).toEqual([])
  })

  test('reads what requests bring in one place, within bounds', () => {
    const rules = { 'no-restricted-syntax': ['error', ...readsBodies] } satisfies Linter.RulesRecord
    const faults = (code: string) => new Linter().verify(code, { rules }).length
    expect(['await request.formData()', 'sent.formData()', 'request.text()', 'request.json()', 'request.body'].map(faults)).toEqual([
      1, 1, 1, 1, 1,
    ])
    expect(faults('await readFormData(request, SMALL_FORM)')).toBe(0)
    const found = sources('app').filter(file =>
      /\.formData\(|\brequest\.(?:text|json|arrayBuffer|blob|bytes|body)\b/.test(readFileSync(file, 'utf8')),
    )
    expect(found.map(file => path.dirname(file))).toEqual(found.map(() => path.join('app', 'security', 'forms')))
    expect(found).not.toEqual([])
  })

  test('keeps folders small enough to look over', () => {
    const files = [...below('app'), ...below('machines'), ...below('scripts'), ...below('bench'), ...below('e2e'), ...below('locales')]
    const counts = new Map<string, number>()
    for (const folder of files.filter(file => /\.\w+$/.test(file) && !/\.test\.tsx?$|generated/.test(file)).map(file => path.dirname(file)))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    const full = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder)
    expect(full.sort()).toEqual(OF_ONE_KIND)
  })

  test('keeps every route under 200 lines', () => {
    for (const file of sources('app/routes')) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThan(200)
  })

  test('names only places that there are, in the dictionary and in the prose of the architecture', () => {
    // The table of rooms is compared with arrows.js, which has names for files directly in a folder.
    const prose = readFileSync('docs/architecture.md', 'utf8').replaceAll(/^\|.*$/gm, '')
    const text = readFileSync('docs/words.md', 'utf8') + prose
    const places = [...text.matchAll(/`((?:app|machines|docs|locales|scripts|e2e)\/[\w./-]+\w)`/g)].map(([, place]) => place ?? '')
    expect(places.length).toBeGreaterThan(100)
    expect(places.filter(place => !existsSync(place))).toEqual([])
  })

  test('gives each word of the dictionary one row', () => {
    const words = [...readFileSync('docs/words.md', 'utf8').matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, words]) => words?.split(', ') ?? [])
    const terms = words.filter(word => word !== 'word' && !word.startsWith('---'))
    expect(terms.filter((word, index) => terms.indexOf(word) !== index)).toEqual([])
  })
})
