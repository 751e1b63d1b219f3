import { expect, test } from 'vitest'
import { sharesOf } from './profile.ts'

const frame = (functionName: string, url: string) => ({ functionName, url, scriptId: '0', lineNumber: 0, columnNumber: 0 })

test('native code counts for its caller, and waiting is told apart', () => {
  const shares = sharesOf({
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 6] },
      { id: 2, callFrame: frame('(idle)', '') },
      { id: 3, callFrame: frame('openCell', 'file:///x/app/data/organization-seals.server.ts'), children: [4] },
      { id: 4, callFrame: frame('update', 'node:internal/crypto/cipher'), children: [5] },
      { id: 5, callFrame: frame('update', '') },
      { id: 6, callFrame: frame('all', 'file:///x/node_modules/better-sqlite3/lib/methods/wrappers.js') },
    ],
    samples: [2, 3, 5, 6, 1],
    timeDeltas: [40, 10, 20, 20, 10],
  })
  expect(shares).toEqual({ waiting: 0.4, house: 0.1, crypto: 0.2, driver: 0.2, prisma: 0, engine: 0.1 })
})
