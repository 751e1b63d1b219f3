import { json } from '@remix-run/node'
import { expect, test } from 'vitest'
import { buildParts } from './build-parts.server.ts'
import { leftVisitCookie } from './security/cookies.server.ts'
import { buildOf, startInTest } from './testing/express.ts'

const says = (words: string) => ({ loader: () => json(words) })
const build = buildOf({
  claim: says('claim'),
  'claim/q/:page': says('question'),
  'claim/:other': says('other'),
  'work/cases/:number': says('case'),
  'work/cases/new': says('new case'),
  ':open/tasks': says('open'),
  closed: { loader: () => json('closed'), default: () => null },
  '*': says('anything'),
})

test('a part of a build holds what an address can mean that begins so, and nothing else', () => {
  const parts = buildParts({
    ...build,
    assets: { ...build.assets, routes: { claim: {}, 'work/cases/new': {} } },
  } as unknown as typeof build)
  expect([...parts].map(([begin, { routes, assets }]) => [begin, Object.keys(routes), Object.keys(assets.routes)])).toEqual([
    ['claim', ['claim', 'claim/q/:page', 'claim/:other', ':open/tasks', '*'], ['claim']],
    ['work', ['work/cases/:number', 'work/cases/new', ':open/tasks', '*'], ['work/cases/new']],
    ['closed', [':open/tasks', 'closed', '*'], []],
  ])
})

test('a route that lies in another begins as that one does; one that lies in the root alone, as its own path', () => {
  const routes = {
    root: { id: 'root', path: '' },
    _index: { id: '_index', parentId: 'root', index: true },
    work: { id: 'work', parentId: 'root', path: 'work' },
    'work.cases': { id: 'work.cases', parentId: 'work', path: 'cases' },
    help: { id: 'help', parentId: 'root', path: 'help' },
  }
  const parts = buildParts({ ...build, routes } as unknown as typeof build)
  expect([...parts].map(([begin, part]) => [begin, Object.keys(part.routes)])).toEqual([
    ['work', ['root', '_index', 'work', 'work.cases']],
    ['help', ['root', '_index', 'help']],
  ])
})

test.each([
  ['/claim', 'claim'],
  ['/claim/q/story', 'question'],
  ['/claim/review', 'other'],
  ['/claim/tasks', 'other'],
  ['/Claim/q/story', 'question'],
  ['/%63laim/q/story', 'question'],
  ['/claim/q', 'other'],
  ['/claim/q/story/more', 'anything'],
  ['/work/cases/7', 'case'],
  ['/work/cases/new?then=1', 'new case'],
  ['/work/tasks', 'open'],
  ['/elsewhere/tasks', 'open'],
  ['/', 'anything'],
])('%s is answered by the route that the whole build has for it', async (address, words) => {
  const ask = await startInTest(build, 0)
  expect(JSON.parse((await ask(address)).text)).toBe(words)
})

test('after an exit a script is answered by the route of the door, whatever it asked for', async () => {
  const ask = await startInTest(build, 0)
  const [Cookie = ''] = leftVisitCookie(false).split(';')
  expect((await ask('/claim.data')).text).toContain('claim')
  const { status, text } = await ask('/claim/tasks.data', { Cookie })
  expect([status, text.includes('closed')]).toEqual([200, true])
})
