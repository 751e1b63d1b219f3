import { expect, test } from '@playwright/test'
import { USUAL_KINDS } from '#scripts/fuzz/kinds.ts'
import { fuzz } from '#scripts/fuzz/run.ts'

const REQUESTS = 400

test('malformed requests are answered without a server error, and the log keeps nothing of them', async () => {
  const { statuses, healthy, failures } = await fuzz({ seed: 20_261_130, requests: REQUESTS, kinds: USUAL_KINDS })
  expect(failures).toEqual([])
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS)
  // The requests got every kind of answer: pages, redirects, and each refusal.
  for (const status of ['200', '202', '303', '400', '403', '404', '405', '422', 'given up']) expect([...statuses.keys()]).toContain(status)
  expect(healthy).toBeGreaterThan(10)
})
