import type { Server } from 'node:http'

/** Time between two looks at the progress of a body, in milliseconds. */
const ASK_EVERY_MILLISECONDS = 120_000
/** Least bytes between two looks: 4 kB a second, the slowest line on which a phone still opens pages. */
const LEAST_BYTES = (4_096 * ASK_EVERY_MILLISECONDS) / 1_000

const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * Lets a body take as long as it needs while it makes progress, and ends a connection whose body stands still or only trickles.
 * Node's own limit counts the time of the whole request, whatever its progress, so a large file on a slow line would never arrive.
 * Node's limit for the head of a request (`headersTimeout`) stays.
 */
export function endStalledBodies(server: Server): void {
  server.requestTimeout = 0
  server.on('request', (request, response) => {
    const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers
    if (!hasBody) return
    const { socket } = request
    let before = socket.bytesRead
    const asking = setInterval(() => {
      const came = socket.bytesRead - before
      before += came
      if (!request.complete && !socket.destroyed && came >= LEAST_BYTES) return
      clearInterval(asking)
      if (request.complete || socket.destroyed) return
      if (!response.headersSent) socket.write(TIMED_OUT)
      socket.destroy()
    }, ASK_EVERY_MILLISECONDS).unref()
  })
}
