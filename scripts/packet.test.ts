import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import type { Telling } from '#app/packet/answers.ts'
import { isLeftOut, leafPaths } from '#app/packet/claim-paths.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { tight, wordsOf } from './testing/answers.ts'
import { runScript } from './testing/run-script.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'packet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const tool = (program: string, args: readonly string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
const textOf = (file: string) => tool('pdftotext', ['-layout', file, '-'])

function make(input: string, part: 'mail' | 'keep' | 'both') {
  const file = path.join(folder, `${path.basename(input, '.json')}-${part}.pdf`)
  const outcome = runScript('packet', [input, file, ...(part === 'both' ? [] : ['--part', part])])
  expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' })
  return file
}

/** The claim of an example. */
function read(input: string): ClaimFile {
  const parsed = parseClaimFile(JSON.parse(readFileSync(input, 'utf8')), '2026-11-23')
  if (!parsed.ok) throw new Error('example refused')
  return parsed.claim
}

/** The page as it looks, and in the order in which it was drawn, where the lines of one cell follow each other. */
const readings = (file: string) => tight(['-layout', '-raw'].map(mode => tool('pdftotext', [mode, file, '-'])).join(' '))

describe.each(['rosa-alone', 'minor-with-guardian', 'advocate-ongoing'])('the packet of %s', name => {
  const input = `examples/${name}.json`
  const claim = read(input)
  const language = claim.language === 'es' ? 'es' : 'en'
  const files = { mail: make(input, 'mail'), keep: make(input, 'keep'), both: make(input, 'both') }
  const mail = textOf(files.mail)
  const keep = textOf(files.keep)

  test('holds every answer in words', () => {
    const english: Telling = { claim, today: '2026-11-23', t: getTranslate('en'), language: 'en' }
    const own: Telling = { ...english, t: getTranslate(language), language }
    const printed = readings(files.mail) + readings(files.keep)
    const lost = leafPaths(claim)
      .filter(dotted => !isLeftOut(dotted, claim))
      .filter(
        dotted =>
          ![english, own].some(telling =>
            wordsOf(telling, dotted)
              .split('\n')
              .every(line => printed.includes(tight(line))),
          ),
      )
    expect(lost).toEqual([])
  })

  test('numbers each part by itself, on every page', () => {
    for (const [text, footer] of [
      [mail, 'To mail · page'],
      [keep, language === 'es' ? 'No las envíe · página' : 'Do not mail · page'],
    ] as const) {
      const pages = text.split('\f').slice(0, -1)
      pages.forEach((page, index) => expect(flat(page)).toMatch(new RegExp(`${footer} ${index + 1} (of|de) ${pages.length} $`)))
    }
    const both = textOf(files.both).split('\f').slice(0, -1)
    expect(both).toHaveLength(mail.split('\f').length + keep.split('\f').length - 1)
    expect(both.filter(page => /· (page|página) /.test(page))).toHaveLength(both.length - 1)
  })

  test('has no empty page and no text outside the paper', () => {
    const boxes = tool('pdftotext', ['-bbox', files.both, '-'])
    const words = [...boxes.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g)].map(match =>
      match.slice(1).map(Number),
    )
    expect(words.length).toBeGreaterThan(500)
    for (const [left = 0, top = 0, right = 0, bottom = 0] of words) {
      expect(left).toBeGreaterThan(50)
      expect(right).toBeLessThan(612 - 50)
      expect(top).toBeGreaterThan(40)
      expect(bottom).toBeLessThan(792 - 20)
    }
    for (const page of textOf(files.both).split('\f').slice(0, -1)) expect(tight(page).length).toBeGreaterThan(100)
  })

  test('never mails the low end of the estimate', () => {
    const { incomeLoss } = JSON.parse(runScript('estimate', [input]).stdout) as { incomeLoss: { lowCents: number; highCents: number } }
    if (incomeLoss.lowCents < incomeLoss.highCents && incomeLoss.lowCents > 0) {
      expect(mail).not.toContain(formatMoney(incomeLoss.lowCents, 'en'))
      expect(keep).toContain(formatMoney(incomeLoss.lowCents, 'en'))
    }
    expect(keep).toContain(formatMoney(incomeLoss.highCents, 'en'))
  })

  test('is the same byte for byte each time, has a neutral title, and is readable by its owner alone', () => {
    const first = readFileSync(files.both)
    expect(readFileSync(make(input, 'both')).equals(first)).toBe(true)
    const facts = tool('pdfinfo', [files.both])
    expect(facts).toMatch(/^Title: +(Papers|Hojas)$/m)
    expect(facts).toMatch(/^CreationDate: +.*Nov 23.*2026/m)
    expect(facts).toMatch(/^Page size: +612 x 792 pts \(letter\)$/m)
    expect(facts).not.toMatch(/traffick|CalVCB|react|pdfkit/i)
    expect(statSync(files.both).mode & 0o777).toBe(0o600)
  })
})

describe('the packet command', () => {
  test('tells which characters no font has, and shows their codes', () => {
    const file = path.join(folder, 'glyphs.pdf')
    const outcome = runScript(
      'packet',
      ['-', file, '--part', 'mail'],
      JSON.stringify({ today: '2026-11-23', victim: { firstName: '\u{13000}王', lastName: 'Ejemplo' } }),
    )
    expect(outcome).toEqual({ code: 0, stdout: '', stderr: 'No font has these characters, so the pages show their codes: U+13000.\n' })
    expect(textOf(file)).toContain('[U+13000]王 Ejemplo')
  })

  test('replaces an old packet as a whole, and leaves it in place when the claim is refused', () => {
    const file = path.join(folder, 'old.pdf')
    writeFileSync(file, 'old')
    expect(runScript('packet', ['-', file], '{"version": 2}').code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(runScript('packet', ['-', file], '{}').code).toBe(0)
    expect(readFileSync(file, 'latin1').startsWith('%PDF-1.7')).toBe(true)
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })

  test('leaves the story out, counts from the day of mailing, and traces each answer', () => {
    const file = path.join(folder, 'chosen.pdf')
    const trace = path.join(folder, 'trace.tsv')
    const args = ['examples/minor-with-guardian.json', file, '--without-story', '--mail-on', '2026-12-03', '--trace', trace]
    expect(runScript('packet', args)).toEqual({ code: 0, stdout: '', stderr: '' })
    const text = flat(textOf(file))
    expect(text).not.toContain('kept the child away')
    expect(text).toContain('December 3, 2026')
    const lines = readFileSync(trace, 'utf8').split('\n')
    expect(lines[0]).toBe('answer\tpart\tpage\tsheet\ttitle')
    expect(lines).toContainEqual(expect.stringMatching(/^crime\.circumstances\tleft-out\t-\t-\t/))
    expect(lines).toContainEqual(expect.stringMatching(/^victim\.firstName\tmail\t\d+\tapplication\tContents of the application$/))
    expect(lines.join('\n')).not.toMatch(/unaccounted|other-part|Luz/)
    expect(statSync(trace).mode & 0o777).toBe(0o600)
  })

  test('locks the packet with a password that it reads from a file', () => {
    const [file, secret, short] = ['locked.pdf', 'secret.txt', 'short.txt'].map(name => path.join(folder, name)) as [string, string, string]
    writeFileSync(secret, 'seven8boats\n')
    writeFileSync(short, '1234567\n')
    expect(runScript('packet', ['-', file, '--password-file', secret], '{}')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(spawnSync('pdfinfo', [file]).status).not.toBe(0)
    expect(tool('pdfinfo', ['-upw', 'seven8boats', file])).toMatch(/Encrypted: +yes .*AES-256/)
    rmSync(file)
    expect(runScript('packet', ['-', file, '--password-file', short], '{}')).toEqual({
      code: 2,
      stdout: '',
      stderr: `${short}: The password needs at least 8 characters.\n`,
    })
    expect(runScript('packet', ['-', file, '--password-file', path.join(folder, 'none.txt')], '{}').code).toBe(2)
    expect(readdirSync(folder)).not.toContain('locked.pdf')
  })

  test.each([
    [['--mail-on', '2026-02-30'], '--mail-on: There is no such day.'],
    [['--mail-on', '2026-12'], '--mail-on: There is no such day.'],
    [['--password', 'seven8boats'], 'Use: '],
    [['--part', 'all'], 'Use: '],
  ])('refuses %j', (args, message) => {
    const outcome = runScript('packet', ['-', path.join(folder, 'refused.pdf'), ...args], '{}')
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain(message)
    expect(outcome.stderr).not.toContain('seven8boats')
    expect(readdirSync(folder)).not.toContain('refused.pdf')
  })

  test('loses nothing of long answers', () => {
    const detail = Array.from({ length: 180 }, (_, index) => `palabra${index}`).join(' ')
    const places = Array.from({ length: 50 }, (_, index) => `Lugar${index}`)
    const long = {
      today: '2026-11-23',
      victim: { firstName: 'X'.repeat(200) },
      crime: { places, circumstances: `${detail}\n`.repeat(12) },
      otherLosses: [{ kind: 'other', detail }],
      work: Array.from({ length: 50 }, (_, index) => ({ from: '2022', kind: `Trabajo${index}` })),
    }
    const file = path.join(folder, 'long.pdf')
    expect(runScript('packet', ['-', file, '--part', 'mail'], JSON.stringify(long))).toEqual({ code: 0, stdout: '', stderr: '' })
    const text = textOf(file)
    for (const word of [...places, 'Trabajo0', 'Trabajo49', 'palabra0']) expect(text).toContain(word)
    expect(text.match(/palabra179\b/g)).toHaveLength(13)
    // The name stands in the letter, the application and the statement.
    expect(text.match(/X/g)).toHaveLength(600)
  })
})
