import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { longestPause } from '#app/testing/longest-pause.ts'
import { createCleaner } from './clean-process.server.ts'
import { HEIC, latin, onePage, plainPdf, rawStream } from './testing/files.ts'

const MEGABYTE = 1024 * 1024

/** A PDF whose object stream is less than a megabyte and unpacks to 300 megabytes when the file is opened. */
function bomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(300 * MEGABYTE, ' '))
  expect(packed.length).toBeLessThan(MEGABYTE)
  return onePage('', '', rawStream('/Type /ObjStm /N 1 /First 10 /Filter /FlateDecode', packed))
}

describe('the process that cleans a file', () => {
  test('answers with the cleaned file or with the problem', async () => {
    const cleaner = createCleaner()
    const [pdf, heic, page] = await Promise.all([cleaner.clean(await plainPdf(2)), cleaner.clean(HEIC), cleaner.clean(latin('<html>'))])
    expect(pdf).toMatchObject({ ok: true, file: { format: 'pdf', pages: 2 } })
    expect(pdf.ok && Buffer.from(pdf.file.bytes).subarray(0, 5).toString()).toBe('%PDF-')
    expect(heic).toMatchObject({ ok: true, file: { format: 'jpeg', pages: 1 } })
    expect(page).toEqual({ ok: false, problem: 'kind-of-file' })
  })

  test('is ended when it takes too much memory, and the next file is still cleaned', async () => {
    const cleaner = createCleaner(45_000, 250 * MEGABYTE)
    const file = bomb()
    const started = performance.now()
    expect(await cleaner.clean(file)).toEqual({ ok: false, problem: 'too-hard' })
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(await cleaner.clean(await plainPdf())).toMatchObject({ ok: true })
  })

  test('is ended when it takes too long', async () => {
    const started = performance.now()
    expect(await createCleaner(50).clean(await plainPdf())).toEqual({ ok: false, problem: 'too-hard' })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('leaves the calling thread free while it works', async () => {
    expect(await longestPause(async () => createCleaner().clean(await plainPdf(60)))).toBeLessThan(500)
  })

  test('lets a few files wait, and answers "busy" for the others', async () => {
    const cleaner = createCleaner(20_000)
    const answers = await Promise.all(Array.from({ length: 16 }, () => cleaner.clean(latin('no paper'))))
    expect(answers.filter(answer => !answer.ok && answer.problem === 'busy')).toHaveLength(3)
    expect(await cleaner.takeIn(() => Promise.resolve('in'))).toEqual({ ok: true, value: 'in' })
    const held = Array.from({ length: 12 }, () => cleaner.takeIn(() => new Promise(resolve => setTimeout(resolve, 50))))
    expect(await cleaner.takeIn(() => Promise.resolve('in'))).toEqual({ ok: false })
    await Promise.all(held)
  })
})
