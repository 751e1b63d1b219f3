import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMember, makeOwner } from '#app/data/testing/casework-fixture.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import type { Services } from '#app/services.server.ts'
import { remixOf, type Drawn, type TestRoute } from './testing/remix.ts'
import { statementsOf } from '#app/data/testing/statements-fixture.ts'

interface Costs {
  readonly transactions: number
  /** Includes the three statements of the sign-in. */
  readonly statements: number
  /** Kinds of the lines that the request writes into the record, in order. */
  readonly record: readonly string[]
  readonly status?: number
}

/** The costs of opening each address of a case, by the name of its route's file. */
const COSTS: Readonly<Record<string, Costs>> = {
  _index: { transactions: 1, statements: 11, record: ['case.read', 'paper.read'] },
  life: { transactions: 1, statements: 10, record: ['case.read'] },
  notes: { transactions: 1, statements: 9, record: ['note.read'] },
  'prepare.$section': { transactions: 1, statements: 12, record: ['case.read'] },
  sharing: { transactions: 1, statements: 9, record: ['case.read'] },
  record: { transactions: 1, statements: 10, record: ['record.read'] },
  'papers._index': { transactions: 2, statements: 16, record: ['case.read', 'paper.read'] },
  copy: { transactions: 1, statements: 9, record: ['case.read', 'case.printed'] },
  statement: { transactions: 1, statements: 9, record: ['case.read'] },
  // These are no pages: they redirect, take a form, or answer the pages' scripts.
  'prepare._index': { transactions: 1, statements: 9, record: ['case.read'], status: 303 },
  'papers.$part': { transactions: 1, statements: 9, record: ['case.read'], status: 405 },
  'papers.statement': { transactions: 1, statements: 9, record: ['case.read'], status: 303 },
  export: { transactions: 1, statements: 6, record: [], status: 405 },
  here: { transactions: 2, statements: 8, record: [] },
}

const CASE = 'work.cases.$number'
const FILES = new Map(readdirSync('app/routes').map(file => [path.parse(file).name, path.resolve('app/routes', file)]))
const PAGES = [...FILES.keys()].filter(name => name.startsWith(`${CASE}.`)).map(name => name.slice(CASE.length + 1))

let fixture: Fixture
let owner: Awaited<ReturnType<typeof makeOwner>>
let session: string
let open: ReturnType<typeof remixOf>

beforeEach(async () => {
  fixture = await openFixture()
  const casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
  session = owner.session
  await casework.cases.create(actorOf(owner.member), { language: 'en', about: { label: 'K-1', otherSide: [] } })
  const services = { casework, today: () => '2026-11-23', training: null } as unknown as Services
  open = remixOf(services, {
    work: { path: 'work', module: await moduleOf('work') },
    [CASE]: { parentId: 'work', path: 'cases/:number', module: await moduleOf(CASE) },
    ...Object.fromEntries(await Promise.all(PAGES.map(async (page): Promise<[string, TestRoute]> => [page, await routeOf(page)]))),
  })
})
afterEach(() => fixture.end())

const moduleOf = async (name: string) => (await import(/* @vite-ignore */ FILES.get(name) ?? '')) as TestRoute['module']
const pathOf = (page: string) => page.replace(/\.?_index$/, '').replaceAll('.', '/')

async function routeOf(page: string): Promise<TestRoute> {
  const module = await moduleOf(`${CASE}.${page}`)
  return { parentId: CASE, ...(page === '_index' ? { index: true } : { path: pathOf(page).replace('$', ':') }), module }
}

const addressOf = (page: string) => `/work/cases/1/${pathOf(page).replace('$section', 'you').replace('$part', 'mail')}`.replace(/\/$/, '')

test('the table of costs has every address of a case', () => {
  expect([...PAGES].sort()).toEqual(Object.keys(COSTS).sort())
})

test.each(Object.entries(COSTS))(
  '%s signs in once and opens the case once',
  async (page, { transactions, statements, record, status = 200 }) => {
    let answer: Response | undefined
    const asked = await statementsOf(async () => (answer = await open(addressOf(page), session)))
    const lines = await fixture.rows<{ kind: string }>(`SELECT "kind" FROM "CaseRecord" ORDER BY "place"`)
    expect({
      status: answer?.status,
      transactions: asked.transactions,
      statements: asked.statements.length,
      record: lines.map(({ kind }) => kind).slice(1),
    }).toEqual({ status, transactions, statements, record })
  },
)

test.each(['_index', 'notes', 'record'])('%s and the frame around it show the same case', async page => {
  const { data, errors } = (await (await open(addressOf(page), session)).json()) as Drawn
  expect(errors).toBeNull()
  expect(data).toMatchObject({ work: { name: 'Name of owner' }, [CASE]: { number: 1, label: 'K-1', ended: false }, [page]: { number: 1 } })
})

test('naming a colleague who also has the section open costs no more', async () => {
  const colleague = await addMember(fixture.store.casework!, owner.organization.id, 'owner', 'ana', fixture.time)
  await open(addressOf('prepare.$section'), colleague.session)
  let answer: Response | undefined
  const asked = await statementsOf(async () => (answer = await open(addressOf('prepare.$section'), session)))
  expect((await answer?.json()) as Drawn).toMatchObject({ data: { 'prepare.$section': { others: ['Name of ana'] } } })
  expect([asked.transactions, asked.statements.length]).toEqual([1, 12])
})

test('fetching the data of a page alone costs no more', async () => {
  const asked = await statementsOf(() => open(`${addressOf('_index')}.data`, session))
  expect([asked.transactions, asked.statements.length]).toEqual([1, 11])
})

test('the frame reads the case by itself where its page does not', async () => {
  const missing = await open('/work/cases/2/notes', session)
  expect(missing.status).toBe(404)
  const frame = await statementsOf(() => open(`/work/cases/1.data?_routes=${CASE}`, session))
  expect([frame.transactions, frame.statements.length]).toEqual([1, 6])
})
