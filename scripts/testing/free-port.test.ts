import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'

test('a free port is given once, and one that somebody listens on never', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const drawn = [port, 20_001, 20_001, 20_002]
  const draw = () => drawn.shift() ?? expect.fail('no more')
  expect([await freePort(draw), await freePort(draw)]).toEqual([20_001, 20_002])
  taken.close()
})
