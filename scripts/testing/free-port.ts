import { once } from 'node:events'
import { createServer } from 'node:net'
import { randomInt } from 'node:crypto'

/** Below the ports that systems give to outgoing connections (Linux: from 32768), so that none takes the port before it is used. */
const PORTS = [20_000, 32_000] as const

/** Ports that this process was given already; the program that asked for one may not listen on it yet. */
const given = new Set<number>()

/**
 * A port of this machine that no program listens on, for programs that cannot choose one themselves; never the same one twice.
 * @param draw the port to try next
 */
export async function freePort(draw = () => randomInt(...PORTS)): Promise<number> {
  for (;;) {
    const port = draw()
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
