import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import { findRoom, findTarget, mayImport, ROOMS, TEST_FILE, TEST_TOOLS } from '../arrows.js'
import { arrowsRule } from '../arrows-rule.js'
import { circlesOf, importedFile, importsOf, SOURCES } from './testing/imports.ts'

const NAMES = Object.keys(ROOMS)
const LISTED = Object.values(ROOMS).flatMap(({ imports, tests = [] }) => [...imports, ...tests])
const PACKAGES = [...new Set([...LISTED, ...TEST_TOOLS, 'left-pad'])].filter(name => !NAMES.includes(name) && !name.endsWith('/*'))
const FILES = SOURCES.map(file => ({ file, room: findRoom(file), isTest: TEST_FILE.test(file), imports: importsOf(file) }))

/** A file of a room, or a test of the room; an invented name where the room has none. */
const fileOf = (room: string, isTest: boolean): string => {
  const files = FILES.filter(file => file.room === room)
  const any = files[0]?.file ?? `${room}/planted.ts`
  const invented = isTest ? any.replace(/\.\w+$/, '.test.ts') : any.replace('.test.', '.')
  return files.find(file => file.isTest === isTest)?.file ?? invented
}

/** Whether a list of the table names a room or a package. */
const names = (list: readonly string[], target: string): boolean =>
  list.some(entry => entry === target || (entry.endsWith('/*') && target.startsWith(entry.slice(0, -1))))

const linter = new Linter({ cwd: process.cwd() })
const CONFIG = {
  files: ['**/*.{ts,tsx,js,mjs}'],
  languageOptions: { parser: tseslint.parser },
  plugins: { house: { rules: { arrows: arrowsRule } } },
  rules: { 'house/arrows': 'error' },
} satisfies Linter.Config

/** Plants code in a file; returns the lines that lint refuses. */
const refusedLines = (file: string, code: string): number[] => {
  const told = linter.verify(code, [CONFIG], { filename: path.resolve(file) })
  expect(told.filter(({ ruleId }) => ruleId !== 'house/arrows')).toEqual([])
  return told.map(({ line }) => line)
}

/** Which places import which in the program itself, its tests apart. `place` says whether a file stands for its room or for itself. */
const arrowsBetween = (place: (file: string) => string | null): Map<string, Set<string>> => {
  const arrows = new Map<string, Set<string>>()
  for (const { file, imports } of FILES.filter(({ file, isTest }) => /^(?:app|machines)\//.test(file) && !isTest)) {
    for (const imported of imports.map(importedFile)) {
      const from = place(file)
      const to = imported && place(imported)
      if (from !== null && to !== null && from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
    }
  }
  return arrows
}

describe('the arrows', () => {
  test('are checked in every source file, and no file switches the check off', async () => {
    const eslint = new ESLint()
    const configs = await Promise.all(SOURCES.map(file => eslint.calculateConfigForFile(file) as Promise<Linter.Config | undefined>))
    expect(SOURCES.filter((_, at) => JSON.stringify(configs[at]?.rules?.['house/arrows']) !== '[2]')).toEqual([])
    expect(SOURCES.filter(file => /eslint-disable.*house\/arrows/.test(readFileSync(file, 'utf8')))).toEqual([])
    expect(FILES.filter(({ room }) => room === null)).toEqual([])
  })

  test.each(NAMES.flatMap(room => [[room, 'files'] as const, [room, 'tests'] as const]))(
    'lead from %s, in its %s, only to what its row names',
    (room, kind) => {
      const planted = fileOf(room, kind === 'tests')
      const isTest = TEST_FILE.test(planted)
      const { imports, tests = [] } = ROOMS[room] ?? { imports: [] }
      const allowed = isTest ? [room, ...imports, ...tests, ...TEST_TOOLS] : [room, ...imports]
      const targets = [
        ...NAMES.map(name => ({ name, specifier: `#${fileOf(name, false)}` })),
        ...PACKAGES.map(name => ({ name, specifier: name.replace('*', 'fs') })),
      ]
      const refused = refusedLines(planted, targets.map(({ specifier }) => `import '${specifier}'`).join('\n'))
      expect(targets.filter((_, at) => refused.includes(at + 1)).map(({ name }) => name)).toEqual(
        targets.filter(({ name }) => !names(allowed, name)).map(({ name }) => name),
      )
      expect(refused.length).toBeGreaterThan(50)
    },
  )

  test.each([
    ['machines/calendar/day.ts', 'node:fs'],
    ['machines/calendar/day.ts', '#app/clock.server.ts'],
    ['machines/claim/machine.ts', '#machines/casework/permissions.ts'],
    ['app/packet/packet-view.ts', '#app/features/claim/visit.server.ts'],
    ['app/data/drafts/drafts.server.ts', '#app/features/claim/visit.server.ts'],
    ['app/i18n/languages.ts', '#app/features/claim/visit.server.ts'],
    ['app/evidence/checked-file.ts', '#app/data/store.server.ts'],
    ['app/security/cookies.server.ts', '#app/data/store.server.ts'],
    ['app/features/claim/visit.server.ts', '#app/routes/claim._index.tsx'],
    ['app/features/claim/visit.server.ts', '#app/keys/seal.server.ts'],
    ['app/routes/claim._index.tsx', '#app/data/store.server.ts'],
    ['app/components/page.tsx', 'node:crypto'],
    ['app/press-offline.client.ts', 'react'],
    ['app/i18n/load.client.ts', '@remix-run/react'],
    ['app/packet/pdf/render.ts', '#machines/rules/eligibility.ts'],
    ['machines/rules/age.ts', '../draft/machine.ts'],
    ['app/packet/packet-view.ts', './pdf/render.ts'],
    ['machines/law/law.test.ts', '#app/data/store.server.ts'],
    ['app/new-folder/first.ts', 'zod'],
    ['app/components/page.tsx', '#app/new-folder/first.ts'],
  ])('refuse in %s the import of %s in every form', (file, name) => {
    const forms = [
      `import '${name}'`,
      `import type { A } from '${name}'`,
      `export { B } from '${name}'`,
      `export * from '${name}'`,
      `void import('${name}')`,
      `void import(\`${name}\`)`,
      `type C = import('${name}').C`,
    ]
    expect([...new Set(refusedLines(file, forms.join('\n')))].sort()).toEqual(file.includes('new-folder') ? [1] : [1, 2, 3, 4, 5, 6, 7])
  })

  test('include every import that a file makes', () => {
    const strays = FILES.flatMap(({ file, room, isTest, imports }) =>
      imports
        .filter(({ specifier }) => !mayImport(room ?? '', isTest, findTarget(file, specifier) ?? ''))
        .map(each => `${file}: ${each.specifier}`),
    )
    expect(strays).toEqual([])
  })

  test('are each used by some file', () => {
    const taken = (room: string, isTest: boolean) =>
      FILES.filter(file => file.room === room && file.isTest === isTest).flatMap(({ file, imports }) =>
        imports.flatMap(({ specifier }) => findTarget(file, specifier) ?? []),
      )
    const idle = Object.entries(ROOMS).flatMap(([room, { imports, tests = [] }]) => {
      const [product, tested] = [taken(room, false), taken(room, true)]
      return [
        ...imports.filter(entry => !product.some(target => names([entry], target))),
        ...tests.filter(entry => !tested.some(target => names([entry], target))),
      ].map(entry => `${room} -> ${entry}`)
    })
    expect(idle).toEqual([])
  })

  test('close no circle between rooms, nor between files', () => {
    expect(circlesOf(arrowsBetween(findRoom))).toEqual([])
    expect(circlesOf(arrowsBetween(file => file))).toEqual([])
  })

  test('bring no React and no router into a module of the browser', () => {
    const isOfBrowser = (file: string) => /\.client\.ts$|^app\/browser\//.test(file)
    const seen = new Set(FILES.flatMap(({ file, isTest }) => (isOfBrowser(file) && !isTest ? [file] : [])))
    expect(seen.size).toBeGreaterThan(15)
    const packages = new Set<string>()
    for (const file of seen) {
      for (const each of importsOf(file).filter(({ isType }) => !isType)) {
        const imported = importedFile(each)
        if (imported) seen.add(imported)
        else packages.add(each.specifier)
      }
    }
    expect([...packages]).toEqual(['@simplewebauthn/browser'])
  })

  test('stand in the documentation as they stand in the table', () => {
    const rows = readFileSync('docs/architecture.md', 'utf8')
      .split('\n')
      .map(line => line.split('|').map(cell => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')))
      .flatMap(([, room, , imports]) => (room?.[0] !== undefined && imports && room[0] in ROOMS ? [{ room: room[0], imports }] : []))
    const told = Object.fromEntries(rows.map(({ room, imports }) => [room, imports.toSorted()]))
    const isRoom = (name: string) => NAMES.includes(name) || name.endsWith('/*')
    expect(told).toEqual(Object.fromEntries(NAMES.map(name => [name, (ROOMS[name]?.imports ?? []).filter(isRoom).toSorted()])))
  })
})
