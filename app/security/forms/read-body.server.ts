/** The answer to a body that is too large. */
export const tooMuch = () => new Response(null, { status: 413 })
/** The answer to a body that cannot be read. */
export const unreadable = () => new Response(null, { status: 400 })

/**
 * Reads the body of a request piece by piece, and no further than a bound.
 * @param most bytes; where the request says that it is longer, nothing is read
 * @param take gets each piece; an error that it throws ends the reading
 * @throws Response 413 for a body that is too long, 400 for one that breaks off. The rest stays unread, because cancelling it would end the
 * connection before the answer is sent
 */
export async function readBody(request: Request, most: number, take: (piece: Uint8Array) => void): Promise<void> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooMuch()
  const reader = request.body?.getReader()
  let total = 0
  for (let part = await next(reader); part; part = await next(reader)) {
    total += part.length
    if (total > most) throw tooMuch()
    take(part)
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value
  } catch {
    throw unreadable()
  }
}
