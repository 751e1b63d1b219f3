import { describe, expect, test } from 'vitest'
import { MOST_FILE_BYTES } from '#app/evidence/limits.ts'
import { drain, findSentPaper } from './evidence-form.server.ts'

const BOUNDARY = '----boundary42'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** A request as a browser sends it, its body in pieces. */
function sent(parts: readonly (readonly [head: string, body: string | Uint8Array])[], type = TYPE, end = `--${BOUNDARY}--\r\n`): Request {
  const body = Buffer.concat([
    ...parts.flatMap(([head, content]) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(end),
  ])
  const pieces = Array.from({ length: Math.ceil(body.length / 16_384) }, (_, index) => body.subarray(index * 16_384, (index + 1) * 16_384))
  const stream = new ReadableStream({
    pull: controller => {
      const piece = pieces.shift()
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
  return new Request('http://localhost/claim/evidence', { method: 'POST', headers: { 'Content-Type': type }, body: stream, duplex: 'half' })
}

const WORDS = [
  ['name="kind"', 'affidavit'],
  ['name="title"', '  Cárta  '],
] as const
const file = (name: string, bytes: string | Uint8Array) =>
  [`name="file"; filename="${name}"\r\nContent-Type: application/pdf`, bytes] as const
const BYTES = new Uint8Array(Buffer.from('%PDF-1.7\r\n--bound\r\n\0\xff', 'latin1'))

describe('a form with a file', () => {
  test('gives its words and the bytes of the file', async () => {
    const form = await findSentPaper(sent([...WORDS, file('a.pdf', BYTES)]))
    expect([form?.field('kind'), form?.field('title'), form?.field('nothing'), form?.field('file')]).toEqual(['affidavit', 'Cárta', '', ''])
    expect(form?.file).toEqual(BYTES)
    expect(form?.tooLarge).toBe(false)
  })

  test.each([
    '../../etc/passwd',
    'a;b=c.pdf',
    'a=b.pdf',
    "it's \\.pdf",
    '%22%0d%0aquoted.pdf',
    '\u202Egpj.exe',
    `${'x'.repeat(3_000)}.pdf`,
    'nul\0l.pdf',
    'C:\\papers\\a.pdf',
    '王小明.pdf',
    'a',
  ])('is read without the name of its file: %j', async name => {
    const form = await findSentPaper(sent([...WORDS, file(name, BYTES)]))
    expect(form?.file).toEqual(BYTES)
    expect(JSON.stringify(form)).not.toContain('name')
  })

  test('tells whether no file was chosen, or the chosen file is empty', async () => {
    expect((await findSentPaper(sent([...WORDS, file('', '')])))?.file).toBeNull()
    expect((await findSentPaper(sent(WORDS)))?.file).toBeNull()
    expect((await findSentPaper(sent([...WORDS, file('a.pdf', '')])))?.file).toEqual(new Uint8Array())
  })

  test('keeps its words if it is too large, and is read to its end so that the browser gets an answer', async () => {
    const request = sent([...WORDS, file('a.pdf', new Uint8Array(3_000_000))])
    const form = await findSentPaper(request, 1_000_000)
    expect(form).toMatchObject({ tooLarge: true })
    expect([form?.field('kind'), form?.field('title')]).toEqual(['affidavit', 'Cárta'])
    expect(request.bodyUsed).toBe(true)
  })

  test('is refused if it was cut off, is not a form, or names no boundary of its parts', async () => {
    expect(await findSentPaper(sent([...WORDS, file('a.pdf', BYTES)], TYPE, ''))).toBeNull()
    expect(await findSentPaper(sent(WORDS, 'multipart/form-data'))).toBeNull()
    expect(await findSentPaper(sent(WORDS, 'application/json'))).toBeNull()
    expect(await findSentPaper(new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': TYPE } }))).toBeNull()
  })

  test('is refused before it is taken apart if it has more parts than our pages send', async () => {
    const parts = (count: number) => Array.from({ length: count }, (_, index) => [`name="n${index}"`, 'x'] as const)
    expect((await findSentPaper(sent(parts(12))))?.field('n11')).toBe('x')
    expect(await findSentPaper(sent(parts(100_000)))).toBeNull()
  })

  test('may hold no more than its words if its kind has no room for a file', async () => {
    const plain = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ title: 'x'.repeat(100_000) }) })
    await expect(findSentPaper(plain)).rejects.toMatchObject({ status: 413 })
  })

  test('is read also if it is a plain form without a file', async () => {
    const plain = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ intent: 'up', id: 'x' }) })
    expect((await findSentPaper(plain))?.field('intent')).toBe('up')
  })
})

test('draining a request stops as soon as the body is longer than a file may be', async () => {
  let taken = 0
  const body = new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(((taken += 1_000_000), 1_000_000))) })
  await drain(new Request('http://localhost/', { method: 'POST', body, duplex: 'half' }))
  expect(taken).toBeGreaterThan(MOST_FILE_BYTES)
  expect(taken).toBeLessThan(MOST_FILE_BYTES + 5_000_000)
})

test('draining a request reads its body to the end', async () => {
  const request = sent([file('a.pdf', new Uint8Array(500_000))])
  await drain(request)
  expect(request.bodyUsed).toBe(true)
})
