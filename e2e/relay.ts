import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/** A relay to a database that a test can make hang: connections stay open, but no data passes. */
export interface Relay {
  readonly hang: () => void
  readonly goOn: () => void
  readonly close: () => void
}

/** Forwards connections from `port` to the port `target`, both on this machine. */
export async function startRelay(port: number, target: number): Promise<Relay> {
  const sockets = new Set<Socket>()
  let hangs = false
  const server = createServer({ allowHalfOpen: true }, near => {
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk: Buffer) => to.write(chunk))
      from.on('end', () => to.end())
      from.on('error', () => to.destroy())
      from.on('close', () => sockets.delete(from))
      if (hangs) from.pause()
    }
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    hang: () => {
      hangs = true
      for (const socket of sockets) socket.pause()
    },
    goOn: () => {
      hangs = false
      for (const socket of sockets) socket.resume()
    },
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
