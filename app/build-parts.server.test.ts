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
  'claim/tasks/done': says('done'),
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
    ['', [':open/tasks', '*'], []],
    ['claim', ['claim', 'claim/q/:page', 'claim/:other', 'claim/tasks/done', ':open/tasks', '*'], ['claim']],
    ['claim/q', ['claim', 'claim/q/:page', 'claim/:other', ':open/tasks', '*'], ['claim']],
    ['claim/tasks', ['claim', 'claim/:other', 'claim/tasks/done', ':open/tasks', '*'], ['claim']],
    ['work', ['work/cases/:number', 'work/cases/new', ':open/tasks', '*'], ['work/cases/new']],
    ['work/cases', ['work/cases/:number', 'work/cases/new', ':open/tasks', '*'], ['work/cases/new']],
    ['closed', [':open/tasks', 'closed', '*'], []],
  ])
})

test('a route begins as the routes do that it lies in; one that lies in none with a path, as its own path', () => {
  const routes = {
    root: { id: 'root', path: '' },
    _index: { id: '_index', parentId: 'root', index: true },
    work: { id: 'work', parentId: 'root', path: 'work' },
    'work.cases': { id: 'work.cases', parentId: 'work', path: 'cases' },
    frame: { id: 'frame', parentId: 'root' },
    help: { id: 'help', parentId: 'frame', path: 'help' },
  }
  const parts = buildParts({ ...build, routes } as unknown as typeof build)
  expect([...parts].map(([begin, part]) => [begin, Object.keys(part.routes)])).toEqual([
    ['', ['root', '_index', 'frame']],
    ['work', ['root', '_index', 'work', 'work.cases', 'frame']],
    ['work/cases', ['root', '_index', 'work', 'work.cases', 'frame']],
    ['help', ['root', '_index', 'frame', 'help']],
  ])
})

test.each([
  ['/claim', 'claim'],
  ['/claim/q/story', 'question'],
  ['/claim/review', 'other'],
  ['/claim/tasks', 'other'],
  ['/claim/tasks/done', 'done'],
  ['/claim//tasks/done', 'anything'],
  ['/claim/%74asks/done', 'done'],
  ['/claim/Q/story', 'question'],
  ['/Claim/q/story', 'question'],
  ['/%63laim/q/story', 'question'],
  ['/claim/q', 'other'],
  ['/claim/q/story/more', 'anything'],
  ['/work/cases/7', 'case'],
  ['/work/cases/new?then=1', 'new case'],
  ['/work/tasks', 'open'],
  ['/elsewhere/tasks', 'open'],
  ['/', 'anything'],
  ['/?claim', 'anything'],
  ['//claim', 'anything'],
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
