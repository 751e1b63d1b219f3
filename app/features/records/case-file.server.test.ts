import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CaseContent } from '#app/data/records/case-files.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { isLocked, lockFile, unlockFile } from '#app/security/case-file-lock.server.ts'
import { packCase, readCaseFile } from './case-file.server.ts'

const TODAY = '2026-11-26'
const claim = JSON.parse(readFileSync('examples/rosa-alone.json', 'utf8')) as ClaimFile
const CONTENT: CaseContent = {
  claim,
  life: [
    { type: 'SENT_TO_REVIEW', sentOn: '2026-01-02' },
    { type: 'APPROVED', approvedOn: '2026-01-03', facts: { blockers: [], plan: { signers: [] } as never } },
  ],
  papers: [
    { id: 'one', kind: 'other', title: 'Carta inventada', pages: 1, format: 'png', bytes: new Uint8Array([1, 2, 3]) },
    { id: 'two', kind: 'other', title: '', pages: 2, format: 'pdf', bytes: new Uint8Array([4, 5]) },
  ],
  about: { label: 'K-1', otherSide: ['Otro Lado'] },
  notes: [{ text: 'Una nota inventada', writtenAt: new Date('2026-02-03T10:00:00Z') }],
}
const CASE = { format: 'case', version: 1, papers: [], life: [] }

const json = (value: unknown) => strToU8(JSON.stringify(value))
const zipOf = (files: Zippable) => readCaseFile(zipSync({ 'claim.json': json(claim), ...files }), TODAY)
const problemOf = (read: ReturnType<typeof readCaseFile>) => (read.ok ? null : read.problem)

describe('a case file', () => {
  test('is read as it was packed: without derived facts, and with the organization’s words only on request', () => {
    const read = readCaseFile(packCase(CONTENT, { withOwnWords: false }), TODAY)
    expect(read).toMatchObject({
      ok: true,
      file: {
        life: [
          { type: 'SENT_TO_REVIEW', sentOn: '2026-01-02' },
          { type: 'APPROVED', approvedOn: '2026-01-03' },
        ],
        about: null,
        notes: [],
        papers: [
          { kind: 'other', title: 'Carta inventada', bytes: new Uint8Array([1, 2, 3]) },
          { kind: 'other', title: '', bytes: new Uint8Array([4, 5]) },
        ],
      },
    })
    expect(read.ok && read.file.claim.victim?.firstName).toBe(claim.victim?.firstName)
    expect(JSON.stringify(read)).not.toContain('facts')
    expect(readCaseFile(packCase(CONTENT, { withOwnWords: true }), TODAY)).toMatchObject({
      file: { about: CONTENT.about, notes: CONTENT.notes },
    })
  })

  test('holds the claim as the command line reads it, and file names that tell nothing', () => {
    const files = unzipSync(packCase(CONTENT, { withOwnWords: true }))
    expect(Object.keys(files)).toEqual(['claim.json', 'case.json', 'papers/1.png', 'papers/2.pdf'])
    expect(JSON.parse(Buffer.from(files['claim.json']!).toString())).toEqual(claim)
  })

  test('may be a claim file alone', () => {
    expect(readCaseFile(json(claim), TODAY)).toMatchObject({ ok: true, file: { papers: [], life: [], about: null } })
  })

  test('is refused with the places at which its claim is wrong', () => {
    const read = readCaseFile(json({ ...claim, filer: 'nobody', surprise: 1 }), TODAY)
    expect(read).toMatchObject({
      ok: false,
      problem: 'wrong-claim',
      claim: expect.arrayContaining([
        { path: 'filer', key: 'errors:choice' },
        { path: 'surprise', key: 'errors:unknownKey' },
      ]) as unknown,
    })
  })

  test.each<[string, Zippable, string]>([
    ['a file that leads out of its folder', { '../evil.json': json({}) }, 'strange-file'],
    ['an absolute path', { '/etc/passwd': json({}) }, 'strange-file'],
    ['a path with backslashes', { 'papers\\1.pdf': json({}) }, 'strange-file'],
    ['a program', { 'papers/1.exe': json({}) }, 'strange-file'],
    ['a paper that is not listed', { 'case.json': json(CASE), 'papers/1.pdf': json({}) }, 'strange-file'],
    [
      'a paper that is not there',
      { 'case.json': json({ ...CASE, papers: [{ file: 'papers/1.pdf', kind: 'other', title: '' }] }) },
      'strange-file',
    ],
    [
      'a paper that is listed twice',
      {
        'case.json': json({ ...CASE, papers: Array(2).fill({ file: 'papers/1.pdf', kind: 'other', title: '' }) }),
        'papers/1.pdf': json({}),
      },
      'strange-file',
    ],
    [
      'a kind of paper that there is not',
      { 'case.json': json({ ...CASE, papers: [{ file: 'papers/1.pdf', kind: 'passport', title: '' }] }), 'papers/1.pdf': json({}) },
      'not-a-file-of-a-case',
    ],
    ['an event that there is not', { 'case.json': json({ ...CASE, life: [{ type: 'WON' }] }) }, 'not-a-file-of-a-case'],
    ['an event on no day', { 'case.json': json({ ...CASE, life: [{ type: 'FILED', filedOn: '2026-02-31' }] }) }, 'not-a-file-of-a-case'],
    ['more than a version knows', { 'case.json': json({ ...CASE, version: 2 }) }, 'not-a-file-of-a-case'],
    ['a text that unpacks to much', { 'case.json': new Uint8Array(50 * 1024 * 1024) }, 'too-large'],
    ['a paper that unpacks to much', { 'papers/1.pdf': new Uint8Array(21 * 1024 * 1024) }, 'too-large'],
  ])('is refused with %s', (_name, files, problem) => {
    expect(problemOf(zipOf(files))).toBe(problem)
  })

  test('is refused if it is another kind of file, or cut off at any place', () => {
    for (const bytes of [new Uint8Array(), strToU8('hello'), strToU8('{'), zipSync({ 'other.txt': strToU8('x') })])
      expect(readCaseFile(bytes, TODAY).ok).toBe(false)
    const whole = packCase(CONTENT, { withOwnWords: false })
    for (let length = 0; length < whole.length; length += 97) expect(readCaseFile(whole.subarray(0, length), TODAY).ok).toBe(false)
  })

  test('takes no more memory than its entries name, whatever they hold', () => {
    const packed = deflateRawSync(Buffer.alloc(100 * 1024 * 1024))
    const bomb = zipSync({ 'claim.json': json(claim), 'case.json': [strToU8('0123456789'), { level: 0 }] })
    // Puts 100 MB behind an entry that still names ten bytes.
    const before = process.memoryUsage().arrayBuffers
    const read = readCaseFile(swapped(bomb, packed), TODAY)
    expect(read.ok).toBe(false)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })
})

/** The zip with the bytes of its second file replaced. The sizes stay as they were, except the packed size. */
function swapped(zip: Uint8Array, packed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const at = bytes.indexOf('0123456789')
  const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
  const first = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  const head = Buffer.from(bytes.subarray(0, at))
  const tail = Buffer.from(bytes.subarray(at + 10))
  const moved = packed.length - 10
  const entry = directory - at - 10
  tail.writeUInt16LE(8, entry + 10)
  tail.writeUInt32LE(packed.length, entry + 20)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  tail.writeUInt32LE(first + moved, end + 16)
  const local = head.lastIndexOf(Buffer.from('PK\x03\x04', 'latin1'))
  head.writeUInt16LE(8, local + 8)
  head.writeUInt32LE(packed.length, local + 18)
  return Buffer.concat([head, packed, tail])
}

describe('a locked file', () => {
  test('opens only with its password, and not after one bit has changed', async () => {
    const file = packCase(CONTENT, { withOwnWords: false })
    const locked = (await lockFile(file, 'eight garden words'))!
    expect([isLocked(locked), isLocked(file)]).toEqual([true, false])
    expect(Buffer.from(locked).includes('claim.json')).toBe(false)
    expect(await unlockFile(locked, 'eight garden words')).toEqual(Buffer.from(file))
    expect(await unlockFile(locked, 'another password')).toBe('wrong')
    const changed = Buffer.from(locked)
    changed[changed.length - 1]! ^= 1
    expect(await unlockFile(changed, 'eight garden words')).toBe('wrong')
    expect(await unlockFile(locked.subarray(0, 20), 'eight garden words')).toBe('wrong')
  })
})
