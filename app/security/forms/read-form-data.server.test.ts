import { describe, expect, test } from 'vitest'
import { MOST_ENTRIES } from './form-name.ts'
import { readFormData } from './read-form-data.server.ts'

const TYPE = 'application/x-www-form-urlencoded'
const BOUNDS = { bytes: 200, fields: 4, fieldBytes: 100 }

const post = (body: BodyInit | undefined, headers: Readonly<Record<string, string>> = { 'Content-Type': TYPE }) =>
  new Request('http://localhost/', { method: 'POST', headers, ...(body !== undefined && { body, duplex: 'half' }) })

/** A body in pieces, and how many of the pieces were read. */
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
  ...(await readFormData(post(body, headers), BOUNDS)),
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

  test('loses the invisible character that no database stores', async () => {
    expect(await read('name=R%00osa')).toEqual([['name', 'Rosa']])
  })
})

describe('a form at its bounds', () => {
  test.each([
    ['too many bytes', ['a=1&'.repeat(60)]],
    ['too many fields', ['a&a&a&a&a']],
    ['too many fields without a name', ['&&&&']],
    ['a text that is too long', [`a=${'x'.repeat(101)}`]],
    ['a text that is too long in pieces', [`a=${'x'.repeat(60)}`, 'x'.repeat(60)]],
    ['a name that is too long', ['x'.repeat(101)]],
    ['a name that is too deep', ['a.b.c.d.e.f=1']],
    ['too many entries', [`work.${MOST_ENTRIES}.kind=Sewing`]],
    ['too many entries of a page in a section', [`work__periods.0${MOST_ENTRIES}.from-year=2019`]],
    ['too many entries of one text', ['places.1e99=x', '&places.99999999999999999999=x']],
  ])('is refused with 413 for %s', async (_, texts) => {
    expect(await refused(pieces(...texts).body)).toBe(413)
  })

  test('is read where it just fits', async () => {
    expect(await refused(`${'x'.repeat(98)}=1&b&c&d`)).toBeNull()
    expect(await refused(`work.${MOST_ENTRIES - 1}.kind=Sewing`)).toBeNull()
  })

  test('is not read at all where it says that it is longer', async () => {
    const { body, taken } = pieces('a=1')
    expect(await refused(body, { 'Content-Type': TYPE, 'Content-Length': '201' })).toBe(413)
    expect(taken()).toBe(0)
  })

  test('is read no further than the piece that does not fit', async () => {
    for (const texts of [Array<string>(10).fill(`${'x'.repeat(60)}&`), Array<string>(10).fill('a&a&')]) {
      const { body, taken } = pieces(...texts)
      expect(await refused(body)).toBe(413)
      expect(taken()).toBeLessThanOrEqual(4)
    }
  })
})

describe('a form that cannot be read', () => {
  test.each([
    ['a percent sign without two hexadecimal digits', 'a=%zz', 400],
    ['half a letter', 'a=%C3', 400],
    ['letters that are not encoded', 'a=é', 400],
    ['a name with brackets', 'a%5B0%5D=1', 400],
    ['a name that every object has', 'toString=1', 400],
    ['another name that every object has', '__proto__=1', 400],
    ['a name that begins with two underscores', '__intent__=x', 400],
    ['a part of a name that every object has', 'work.constructor=1', 400],
  ])('is refused for %s', async (_, body, status) => {
    expect(await refused(body)).toBe(status)
  })

  test('is refused with 415 where its type is another', async () => {
    expect(await refused('{}', { 'Content-Type': 'application/json' })).toBe(415)
    expect(await refused('--x--\r\n', { 'Content-Type': 'multipart/form-data; boundary=x' })).toBe(415)
    expect(await refused(undefined, {})).toBe(415)
  })

  test('is refused where it breaks off', async () => {
    const body = new ReadableStream({
      pull: controller => controller.error(new Error('aborted')),
    })
    expect(await refused(body)).toBe(400)
  })
})
