/** A request before it is written down as bytes. */
export interface Outgoing {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly fields: readonly (readonly [name: string, value: string | Attached])[]
  readonly multipart: boolean
  /** Bytes in the place of the fields. */
  readonly body: Buffer | null
  /** Whether the request announces more bytes than it sends, and hangs up. */
  readonly givenUp: boolean
}

/** A file among the fields of a form. */
interface Attached {
  readonly fileName: string
  readonly text: string
}

export const BOUNDARY = '----fuzz-7MA4YWxkTrZu0gW'

/** The bytes of a form and what they are. */
export function bodyOf({ fields, multipart, body, headers }: Outgoing): { readonly bytes: Buffer; readonly type: string } {
  const type = multipart ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded'
  const bytes = body ?? (multipart ? multipartOf(fields) : urlencodedOf(fields))
  return { bytes, type: headers['Content-Type'] ?? type }
}

function urlencodedOf(fields: Outgoing['fields']): Buffer {
  return Buffer.from(
    new URLSearchParams(fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.fileName])).toString(),
  )
}

function multipartOf(fields: Outgoing['fields']): Buffer {
  const parts = fields.map(([name, value]) => {
    const quoted = name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, ' ')
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted}"`
    return typeof value === 'string'
      ? `${head}\r\n\r\n${value}\r\n`
      : `${head}; filename="${value.fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n${value.text}\r\n`
  })
  return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
}
