import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'

test('freePort gives a free port once, and never one that a program listens on', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const drawn = [port, 20_001, 20_001, 20_002]
  const draw = () => drawn.shift() ?? expect.fail('no more')
  expect([await freePort(draw), await freePort(draw)]).toEqual([20_001, 20_002])
  taken.close()
})
