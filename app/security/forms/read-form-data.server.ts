import type { FormBounds } from './form-bounds.ts'
import { isNameWithin, isPlainName } from './form-name.ts'
import { plainText } from './plain-text.server.ts'
import { readBody, tooMuch, unreadable } from './read-body.server.ts'

/** Media type of a form without files. */
const FORM_TYPE = 'application/x-www-form-urlencoded'
const [AND, IS] = [0x26, 0x3d]

/** Whether a request says that it brings a form without files. */
export const isPlainForm = (request: Request): boolean =>
  request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() === FORM_TYPE

/**
 * The one reader of forms without files. It checks the size, count and name of each field as the field comes, so that it does no work
 * beyond the bounds and reads nothing after the field that breaks them.
 * @throws Response 413 for more than the bounds, 415 for another media type, 400 for a form that is broken
 */
export async function readFormData(request: Request, bounds: FormBounds): Promise<FormData> {
  if (!isPlainForm(request)) throw new Response(null, { status: 415 })
  const form = new FormData()
  let fields = 0
  const take = (field: Buffer) => {
    if (++fields > bounds.fields || field.length > bounds.fieldBytes) throw tooMuch()
    if (field.length === 0) return
    const at = field.indexOf(IS)
    const name = textOf(at < 0 ? field : field.subarray(0, at))
    if (!isNameWithin(name)) throw tooMuch()
    if (!isPlainName(name)) throw unreadable()
    form.append(name, at < 0 ? '' : textOf(field.subarray(at + 1)))
  }

  // Pieces of the field that has not ended yet.
  let begun: Buffer[] = []
  let length = 0
  const begin = (piece: Buffer) => {
    begun.push(piece)
    length += piece.length
    if (length > bounds.fieldBytes) throw tooMuch()
  }
  const end = () => {
    take(Buffer.concat(begun))
    begun = []
    length = 0
  }
  await readBody(request, bounds.bytes, bytes => {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let from = 0
    for (let at = piece.indexOf(AND); at >= 0; at = piece.indexOf(AND, from)) {
      begin(piece.subarray(from, at))
      end()
      from = at + 1
    }
    begin(piece.subarray(from))
  })
  end()
  return form
}

function textOf(sent: Buffer): string {
  const text = plainText(sent)
  if (text === null) throw unreadable()
  return text
}
