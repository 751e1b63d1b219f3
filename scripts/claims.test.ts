import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { Telling } from '#app/packet/answers.ts'
import { isLeftOut, leafPaths } from '#app/packet/claim-paths.ts'
import type { RenderedPacket } from '#app/packet/pdf/render.ts'
import { claimView, renderView } from '#app/packet/render/render-packet.server.ts'
import type { PacketView, Sheet } from '#app/packet/sheet.ts'
import { answerTrace } from '#app/packet/trace.ts'
import { parseClaimFile, type ClaimFile } from '#machines/answers/claim-file.ts'
import { tight, wordsOf } from './testing/answers.ts'

const FOLDER = 'examples/claims'
const NAMES = readdirSync(FOLDER).map(file => path.basename(file, '.json'))

interface Example {
  readonly claim: ClaimFile
  readonly today: string
  readonly view: PacketView
}

function read(name: string): Example {
  const parsed = parseClaimFile(JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')), '2026-10-15')
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`)
  return { ...parsed, view: claimView(parsed) }
}

/** Every sheet that a claim without attached papers can ask for; letters to agencies bear a number. */
const MAILED = [
  'cover-letter',
  'contents',
  'safe-mailing',
  'application',
  'story',
  'declaration',
  'statement-caseworker',
  'statement-attorney',
  'statement-witness',
  'late-filing',
  'emergency-request',
  'other-sources',
  'own-words',
  'representative',
  'other-losses',
  'calculation',
  'evidence',
  'addendum',
]
const KEPT = [
  'keep-contents',
  'overview',
  'safety',
  'before-mailing',
  'signing-guide',
  'where-to-mail',
  'timeline',
  'later-letters',
  'proof-guide',
  'letter-report-1',
  'letter-report-2',
  'letter-confirmation-1',
  'letter-confirmation-2',
  'letter-records',
  'letter-endorsement',
  'estimate',
  'copy-page',
  'copy-cover-letter',
  'copy-application',
  'copy-other-losses',
  'help',
]

/** Sheets that are in neither part: the divider between the parts, and a caseworker's own statement, which does not belong to a packet. */
const ALONE: readonly string[] = ['divider', 'own-statement']
const EXAMPLES = new Map(NAMES.map(name => [name, read(name)]))
const idsIn = (sheets: (view: PacketView) => readonly Sheet[]) =>
  new Set([...EXAMPLES.values()].flatMap(({ view }) => sheets(view).map(({ id }) => id)))

describe('the invented claims', () => {
  test('are twelve, and together use every mailed and every kept sheet', () => {
    expect(NAMES).toHaveLength(12)
    const numbered = (id: string) => Number(/^letter-(?:report|confirmation)-(\d+)$/.exec(id)?.[1] ?? 0) > 2
    expect([...idsIn(view => view.mail)].sort()).toEqual([...MAILED].sort())
    expect([...idsIn(view => view.keep)].filter(id => !numbered(id)).sort()).toEqual([...KEPT].sort())
  })

  test('use every sheet that the builders make', () => {
    const built = readdirSync('app/packet/documents')
      .filter(file => !file.endsWith('.test.ts'))
      .flatMap(file => [...readFileSync(`app/packet/documents/${file}`, 'utf8').matchAll(/^\s{2,4}id: '([\w-]+)',$/gm)].map(([, id]) => id))
    expect(built.length).toBeGreaterThan(20)
    expect(built.filter(id => !ALONE.includes(id ?? '') && ![...MAILED, ...KEPT].includes(id ?? ''))).toEqual([])
  })

  test('are plainly invented: no phone number, e-mail host or ZIP code in them exists', () => {
    for (const [name, { claim }] of EXAMPLES) {
      const text = JSON.stringify(claim)
      expect(text.match(/\b\d{3}-\d{4}\b/g)?.every(number => /^555-01\d\d$/.test(number)) ?? true, name).toBe(true)
      expect(
        [...text.matchAll(/@([\w.]+)/g)].every(([, host]) => host === 'example.org'),
        name,
      ).toBe(true)
      expect(
        [...text.matchAll(/"zip":"(\d+)"/g)].every(([, zip]) => /^0000\d$/.test(zip ?? '')),
        name,
      ).toBe(true)
    }
  })
})

const folder = mkdtempSync(path.join(tmpdir(), 'claims-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Programs that read PDF put lines from right to left together in different ways, so each word of such a line is looked for by itself. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufeff]/
const partsOf = (line: string) => (RIGHT_TO_LEFT.test(line) ? line.split(/[\s.,]+/) : [line])

/** The text of a file in two readings, without the footers, which would interrupt a text that goes on over the page. */
function textOf(file: string, { footers }: PacketView): string {
  const numbers = Object.values(footers).map(
    footer =>
      new RegExp(
        `^${footer
          .replaceAll(/[.*+?()[\]\\|^$]/g, '\\$&')
          .replace('{page}', '\\d+')
          .replace('{pages}', '\\d+')}$`,
      ),
  )
  const lines = ['-layout', '-raw'].flatMap(mode =>
    spawnSync('pdftotext', [mode, file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout.split(/[\n\f]/),
  )
  return tight(lines.filter(line => !numbers.some(footer => footer.test(line.trim()))).join('\n'))
}

describe.each(NAMES)('the packet of %s', name => {
  const { claim, today, view } = EXAMPLES.get(name) ?? expect.fail(name)
  let packet: RenderedPacket
  let printed: string

  beforeAll(async () => {
    packet = await renderView(view, { part: 'both' })
    const file = path.join(folder, `${name}.pdf`)
    writeFileSync(file, packet.pdf)
    printed = textOf(file, view)
  })

  test('draws every character', () => {
    expect(packet.missingGlyphs).toEqual([])
  })

  test('accounts for every answer', () => {
    const trace = answerTrace({ trace: packet.trace, part: 'both', view, claim })
    expect(trace.unaccounted).toEqual([])
    const onPaper = new Set(trace.drawn.map(({ path: place }) => place))
    expect(leafPaths(claim).filter(place => !onPaper.has(place))).toEqual(trace.leftOut.map(({ path: place }) => place))
  })

  test('traces each answer to pages and sheets that exist', () => {
    const sheets = { mail: view.mail, keep: view.keep, divider: [view.divider] }
    for (const { part, sheet, page, path: place } of packet.trace) {
      expect(
        sheets[part].some(({ id }) => id === sheet),
        `${place} on ${sheet}`,
      ).toBe(true)
      expect(page).toBeGreaterThan(0)
      expect(page).toBeLessThanOrEqual(packet.pages[part])
    }
  })

  test('shows every answer in words', () => {
    const english: Telling = { claim, today, t: getTranslate('en'), language: 'en' }
    const own: Telling = { ...english, t: getTranslate(view.language), language: view.language }
    const stands = (words: string) =>
      words
        .split('\n')
        .flatMap(partsOf)
        .every(part => printed.includes(tight(part)))
    const lost = leafPaths(claim).filter(
      place => !isLeftOut(place, claim) && ![english, own].some(telling => stands(wordsOf(telling, place))),
    )
    expect(lost).toEqual([])
  })
})
