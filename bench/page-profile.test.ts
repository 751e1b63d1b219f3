import { expect, test } from 'vitest'
import { lastSeconds, pageProfileOf } from './page-profile.ts'

const frame = (functionName: string, url: string) => ({ functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 })

test('the last seconds of a profile are told by places, without the time in which nothing was to do', () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 6, 7] },
      { id: 2, callFrame: frame('(idle)', '') },
      { id: 3, callFrame: frame('Question', 'file:///x/build/server/index.js'), children: [4, 5] },
      { id: 4, callFrame: frame('render', 'file:///x/node_modules/react-dom/server.js') },
      { id: 5, callFrame: frame('parse', '') },
      { id: 6, callFrame: frame('(garbage collector)', '') },
      { id: 7, callFrame: frame('matchRoutes', 'file:///x/node_modules/@remix-run/router/dist/router.cjs.js') },
    ],
    startTime: 0,
    endTime: 6_000_000,
    samples: [7, 2, 3, 4, 5, 6, 1],
    timeDeltas: [1_000_000, 2_000_000, 200_000, 400_000, 100_000, 200_000, 100_000],
  }
  expect(lastSeconds(profile, 1).samples).toEqual([3, 4, 5, 6, 1])
  const { busyMs, shares } = pageProfileOf(lastSeconds(profile, 2))
  expect(busyMs).toBe(1_000)
  expect(shares).toEqual({ 'our own code': 0.3, drawing: 0.4, collector: 0.2, 'the rest': 0.1 })
})
