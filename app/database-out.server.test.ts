import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildOf, startInTest } from './testing/express.ts'

const TYPED = 'They kept my passport.'
const gone = () => Promise.reject(Object.assign(new Error(`connect ECONNREFUSED ${TYPED}`), { code: 'ECONNREFUSED', syscall: 'connect' }))
const wrong = () => Promise.reject(new Error(`a fault of the program ${TYPED}`))

let written: string[]
beforeEach(() => {
  written = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line))
})
afterEach(() => void vi.restoreAllMocks())

test('every address answers 503 if the database is gone, and 500 for a fault of the program', async () => {
  const page = { default: () => null }
  const build = buildOf({
    page: { ...page, loader: gone },
    resource: { loader: gone, action: gone },
    broken: { ...page, loader: wrong },
    'broken-resource': { loader: wrong, action: wrong },
  })
  const ask = await startInTest(build, 0)
  const statuses = async (paths: readonly string[], method?: string) =>
    Promise.all(paths.map(async path => (await ask(path, {}, method)).status))
  expect(await statuses(['/page', '/page.data', '/resource'])).toEqual([503, 503, 503])
  expect(await statuses(['/resource'], 'POST')).toEqual([503])
  expect(written).toHaveLength(4)
  expect(await statuses(['/broken', '/broken.data', '/broken-resource'])).toEqual([500, 500, 500])
  expect(await statuses(['/broken-resource'], 'POST')).toEqual([500])
  expect(written).toHaveLength(8)
  expect(written.join()).not.toContain('passport')
})

test('a form is given back even if the database is gone', async () => {
  const ask = await startInTest(buildOf({ page: { default: () => null, action: gone, loader: gone } }), 0)
  const answer = await ask('/page.data', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'POST')
  expect([answer.status, answer.text]).toEqual([503, expect.stringContaining('notSaved')])
})
