import { readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { linksToPlainPages } from '../eslint.config.js'
import { hydrates } from '#app/components/hydrates.ts'
import { NAMESPACES, STAFF_NAMESPACES, WEB_NAMESPACES } from '#app/i18n/namespaces.ts'
import { importedFile, importsOf, SOURCES } from './testing/imports.ts'

/** What of Remix and React works while the server draws a page. All else needs React in the browser. */
const WORKS_ON_SERVER: ReadonlyMap<string, readonly string[]> = new Map([
  ['@remix-run/react', ['isRouteErrorResponse', 'useActionData', 'useFormAction', 'useLoaderData', 'useRouteError']],
  ['react', ['createContext', 'useContext']],
])

const ROUTES = SOURCES.filter(file => /^app\/routes\/.*\.tsx$/.test(file))
/** A path of a route: its file's name, with the parts of the address. */
const pathOf = (route: string) => `/${route.slice('app/routes/'.length, -'.tsx'.length).replaceAll('.', '/')}`

/** The files that draw pages: these, and all that they import. The server's own and the parts of all pages (`app/components`) are left out. */
function drawnBy(files: readonly string[], isLeftOut = (file: string) => /\.server\.|^app\/components\//.test(file)): string[] {
  const seen = new Set(files)
  for (const file of seen)
    for (const each of importsOf(file).filter(({ isType }) => !isType)) {
      const imported = importedFile(each)
      if (imported !== null && /\.tsx?$/.test(imported) && !isLeftOut(imported)) seen.add(imported)
    }
  return [...seen]
}

/** What a file uses that works only where React has taken the page over. */
function needsReact(file: string): string[] {
  const names = importsOf(file).flatMap(({ specifier, names }) => {
    const allowed = WORKS_ON_SERVER.get(specifier)
    return allowed ? names.filter(name => !allowed.includes(name)) : []
  })
  const handlers = [...readFileSync(file, 'utf8').matchAll(/\s(on[A-Z]\w*)=\{/g)].map(match => match[1] ?? '')
  return [...names, ...handlers]
}

describe('plain pages', () => {
  const drawn = drawnBy(ROUTES.filter(route => !hydrates(pathOf(route))))

  test('use nothing that works only where React has taken a page over', () => {
    expect(drawn.length).toBeGreaterThan(50)
    expect(drawn.flatMap(file => needsReact(file).map(name => `${file}: ${name}`))).toEqual([])
  })

  test('would be found out', () => {
    expect(drawn).toContain('app/features/claim/evidence/evidence-page.tsx')
    expect(needsReact('app/features/filing/section-page.tsx').sort()).toEqual([
      'Form',
      'onKeyDown',
      'useEffect',
      'useNavigation',
      'useRef',
      'useState',
    ])
  })
})

test('lint lets links of React lead to pages that hydrate alone', () => {
  const languageOptions = { parserOptions: { ecmaFeatures: { jsx: true } } }
  const rules = { 'no-restricted-syntax': ['error', linksToPlainPages] } satisfies Linter.RulesRecord
  const refuses = (address: string) => new Linter().verify(`<Link to="${address}" />`, { languageOptions, rules }).length === 1
  const addresses = ['/', '/help', '/claim/tasks', '/training', '/official-form', '/workers', '/work', '/work/due']
  expect(addresses.filter(refuses)).toEqual(addresses.filter(address => !hydrates(address)))
  expect(addresses.filter(refuses)).toHaveLength(6)
})

describe('pages that hydrate', () => {
  const files = drawnBy(['app/root.tsx', ...ROUTES.filter(route => hydrates(pathOf(route)))], file => /\.server\.|^machines\//.test(file))
  const named = new Set(files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/['"`]([a-z]+):[a-z]/gi)].map(match => match[1])))

  test('load the sentences that they name, and no others', () => {
    // Which mistake a form has comes from the server, as the key of its sentence.
    const used = NAMESPACES.filter(namespace => named.has(namespace) || namespace === 'errors')
    expect(used.toSorted()).toEqual(WEB_NAMESPACES.toSorted())
    expect(used).toEqual(expect.arrayContaining([...STAFF_NAMESPACES]))
  })

  test('load the files of these sentences', () => {
    const files = /\/locales\/\*\/\{([\w,]+)\}\.json/.exec(readFileSync('app/i18n/load.client.ts', 'utf8'))?.[1]?.split(',')
    expect(files).toEqual(WEB_NAMESPACES)
  })
})
