import { describe, expect, test } from 'vitest'
import { MOST_ENTRIES } from './form-name.ts'
import { readForm } from './read-form.server.ts'

const TYPE = 'application/x-www-form-urlencoded'
const BOUNDS = { bytes: 200, fields: 4, fieldBytes: 100 }

const post = (body: BodyInit | undefined, headers: Readonly<Record<string, string>> = { 'Content-Type': TYPE }) =>
  new Request('http://localhost/', { method: 'POST', headers, ...(body !== undefined && { body, duplex: 'half' }) })

/** A body in pieces, and how many of them were asked for. */
function pieces(...texts: readonly string[]) {
  const left = [...texts]
  const body = new ReadableStream<Uint8Array>(
    {
      pull: controller => {
        const text = left.shift()
        if (text === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(text))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken: () => texts.length - left.length }
}

const read = async (body: BodyInit | undefined, headers?: Readonly<Record<string, string>>) => [
  ...(await readForm(post(body, headers), BOUNDS)),
]
/** The status of the answer that a body gets instead of being read. */
const refused = (body: BodyInit | undefined, headers?: Readonly<Record<string, string>>) =>
  read(body, headers).then(
    () => null,
    (answer: unknown) => (answer as Response).status,
  )

describe('a form', () => {
  test('is read as browsers send it, wherever its pieces are cut', async () => {
    const sent = new URLSearchParams([
      ['name', 'José & 王小明'],
      ['text', 'one\r\ntwo + 100%'],
      ['box', 'a'],
      ['box', 'b'],
    ]).toString()
    const fields = [...new URLSearchParams(sent)]
    expect(await read(sent)).toEqual(fields)
    expect(await read(pieces(...sent).body)).toEqual(fields)
    expect(await read(sent, { 'Content-Type': `${TYPE.toUpperCase()} ; charset=UTF-8` })).toEqual(fields)
  })

  test('may be empty, and may hold names without a text', async () => {
    expect(await read('')).toEqual([])
    expect(await read(undefined)).toEqual([])
    expect(await read('a&b=&=c')).toEqual([
      ['a', ''],
      ['b', ''],
      ['', 'c'],
    ])
  })

  test('loses the character that nobody can see and no database keeps', async () => {
    expect(await read('name=R%00osa')).toEqual([['name', 'Rosa']])
  })
})

describe('what is more than fits is refused with 413:', () => {
  test.each([
    ['bytes', ['a=1&'.repeat(60)]],
    ['fields', ['a&a&a&a&a']],
    ['fields without a name', ['&&&&']],
    ['a text', [`a=${'x'.repeat(101)}`]],
    ['a text in pieces', [`a=${'x'.repeat(60)}`, 'x'.repeat(60)]],
    ['a name', ['x'.repeat(101)]],
    ['names on the way to a field', ['a.b.c.d.e.f=1']],
    ['entries', [`work.${MOST_ENTRIES}.kind=Sewing`]],
    ['entries of a page in a section', [`work__periods.0${MOST_ENTRIES}.from-year=2019`]],
    ['entries of one text', ['places.1e99=x', '&places.99999999999999999999=x']],
  ])('%s', async (_, texts) => {
    expect(await refused(pieces(...texts).body)).toBe(413)
  })

  test('what just fits is read', async () => {
    expect(await refused(`${'x'.repeat(98)}=1&b&c&d`)).toBeNull()
    expect(await refused(`work.${MOST_ENTRIES - 1}.kind=Sewing`)).toBeNull()
  })

  test('nothing is read of what says that it is longer', async () => {
    const { body, taken } = pieces('a=1')
    expect(await refused(body, { 'Content-Type': TYPE, 'Content-Length': '201' })).toBe(413)
    expect(taken()).toBe(0)
  })

  test('nothing is read beyond the piece that does not fit', async () => {
    for (const texts of [Array<string>(10).fill(`${'x'.repeat(60)}&`), Array<string>(10).fill('a&a&')]) {
      const { body, taken } = pieces(...texts)
      expect(await refused(body)).toBe(413)
      expect(taken()).toBeLessThanOrEqual(4)
    }
  })
})

describe('what cannot be read is refused:', () => {
  test.each([
    ['no hex after the sign', 'a=%zz', 400],
    ['half a letter', 'a=%C3', 400],
    ['letters as they are', 'a=é', 400],
    ['a name with brackets', 'a%5B0%5D=1', 400],
    ['a name that every object has', 'toString=1', 400],
    ['another', '__proto__=1', 400],
    ['an order to the library that reads the form', '__intent__=x', 400],
    ['one on the way to a field', 'work.constructor=1', 400],
  ])('%s', async (_, body, status) => {
    expect(await refused(body)).toBe(status)
  })

  test('what is no such form', async () => {
    expect(await refused('{}', { 'Content-Type': 'application/json' })).toBe(415)
    expect(await refused('--x--\r\n', { 'Content-Type': 'multipart/form-data; boundary=x' })).toBe(415)
    expect(await refused(undefined, {})).toBe(415)
  })

  test('what breaks off', async () => {
    const body = new ReadableStream({
      pull: controller => controller.error(new Error('aborted')),
    })
    expect(await refused(body)).toBe(400)
  })
})
