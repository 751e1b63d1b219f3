/** A request to read in place of the given one, and its first bytes as far as they were read. */
export interface WatchedRequest {
  readonly request: Request
  readonly beginning: () => Buffer<ArrayBuffer>
}

/**
 * Keeps the first bytes of a request while its reader reads it, so that they are left when the reader fails.
 * @param bytes how many bytes are kept at least, where so many come
 */
export function keepBeginning(given: Request, bytes: number): WatchedRequest {
  const pieces: Uint8Array[] = []
  let kept = 0
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, passing) => {
      if (kept < bytes) pieces.push(piece)
      kept += piece.length
      passing.enqueue(piece)
    },
  })
  const request = new Request(given, { body: given.body?.pipeThrough(watch) ?? null, duplex: 'half' })
  return { request, beginning: () => Buffer.concat(pieces) }
}
