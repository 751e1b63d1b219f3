import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { expect, test } from '@playwright/test'
import { formsOf } from '#scripts/fuzz/forms.ts'
import { startPeople, type People, type Who } from '#scripts/fuzz/people.ts'
import { addressesOf, targetsOf } from '#scripts/fuzz/targets.ts'
import { CHECK_QUESTIONS } from '#machines/eligibility/questions/index.ts'

/** The text that is typed into a field for long texts. */
const TYPED = 'Typed while nothing can be saved.'
/** Finds {@link TYPED} in a field of an answered page. */
const COMES_BACK = new RegExp(`<textarea\\b[^>]*>[^<]*${TYPED}`)
/** Without these tables the server can find no claim and no session. */
const TABLES = ['Session', 'StaffSession', 'Draft']

// All tests use one server, so they run one after another.
test.describe.configure({ mode: 'serial' })

let people: People
/** By pattern of address: the answers to forms with a field for a long text. */
const answered = new Map<string, { readonly address: string; readonly status: number; readonly comesBack: boolean }[]>()

test.beforeAll(async () => void (people = await startPeople()))
test.afterAll(() => people.close())

interface LongText {
  readonly pattern: string
  readonly who: Who
  readonly address: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const ask = (who: Who, address: string, body?: URLSearchParams) =>
  fetch(people.office.origin + address, {
    redirect: 'manual',
    headers: { Accept: 'text/html', Cookie: people.cookieOf(who), Origin: people.office.origin },
    ...(body && { method: 'POST', body }),
  })

/** One form with a filled-in field for a long text, for each page that has such a field. */
async function longTexts(): Promise<readonly LongText[]> {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild
  const found: LongText[] = []
  for (const { pattern, isPage, loads } of targetsOf(build)) {
    if (!isPage || !loads) continue
    const who = pattern.startsWith('/work') ? 'staff' : 'survivor'
    for (const page of addressesOf(pattern, people.caseNumbers().slice(0, 1))) {
      const html = await (await ask(who, page)).text()
      const names = [...html.matchAll(/<textarea\b[^>]*\sname="([^"]+)"/g)].map(([, name = '']) => name)
      const form = formsOf(html, page).find(({ fields }) => fields.some(({ name }) => names.includes(name)))
      if (!form) continue
      const fields = form.fields.map(({ name, value }) => [name, names.includes(name) ? TYPED : value] as const)
      found.push({ pattern, who, address: form.action, fields })
    }
  }
  return found
}

test('every form with a field for a long text answers 503 with the text while the database is away', async () => {
  const texts = await longTexts()
  const rename = (from: (table: string) => string, to: (table: string) => string) =>
    people.office.inDatabase(database => {
      for (const table of TABLES) database.exec(`ALTER TABLE "${from(table)}" RENAME TO "${to(table)}"`)
    })
  const away = (table: string) => `${table}Away`
  const here = (table: string) => table
  rename(here, away)
  for (const { pattern, who, address, fields } of texts) {
    const answer = await ask(who, address, new URLSearchParams(fields.map(field => [...field])))
    const comesBack = COMES_BACK.test(await answer.text())
    answered.set(pattern, [...(answered.get(pattern) ?? []), { address, status: answer.status, comesBack }])
  }
  rename(away, here)
  for (const [pattern, answers] of answered)
    expect(answers, pattern).toEqual(answers.map(({ address }) => ({ address, status: 503, comesBack: true })))
})

/** Our own modules that a module imports, directly and through others, and the module itself. */
function modulesOf(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file) || !existsSync(file)) return known
  known.add(file)
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|\} from|export .* from)(?! type).*?'((?:#app|\.\.?)\/[^']+\.tsx?)'/gm,
  ))
    modulesOf(name.startsWith('#app/') ? name.replace('#', '') : path.join(path.dirname(file), name), known)
  return known
}

test('the test above has tried every page with a field for a long text', () => {
  // The short check draws its fields with the same module, and asks for no long text.
  const kinds = CHECK_QUESTIONS.flatMap(({ fields }) => Object.values(fields)).map(({ kind }) => kind)
  expect(kinds.filter(kind => kind === 'note' || kind === 'story' || kind === 'group' || kind === 'list')).toEqual([])
  const routes = readdirSync('app/routes')
    .filter(file => file !== 'check.$question.tsx')
    .filter(file => modulesOf(`app/routes/${file}`).has('app/components/text-area.tsx'))
  const patterns = routes.map(
    file =>
      `/${file
        .replace(/\.tsx$/, '')
        .replace(/\._index$/, '')
        .replaceAll('$', ':')
        .replaceAll('.', '/')}`,
  )
  expect([...answered.keys()].sort()).toEqual(patterns.sort())
})
