import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runScript } from './testing/run-script.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'estimate-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The command prints JSON of this shape. */
interface Results {
  today: string
  eligibility: { outcome: string; reasons: { code: string; effect: string; text: string; citation: { text: string; verified: boolean } }[] }
  deadline: { date: string | null; status: string; basis: string | null; daysLeft: number | null; lateFilingStatement: boolean }
  incomeLoss: {
    lowCents: number
    highCents: number
    years: { reading: string; highCents: number }[]
    assumptions: { id: string; text: string; citation: { verified: boolean } }[]
    reasons: { code: string }[]
  }
  missing: { item: string; path: string; text: string; citation: { text: string } }[]
}

const estimate = (claim: unknown) => runScript('estimate', ['-'], typeof claim === 'string' ? claim : JSON.stringify(claim))
const results = (outcome: { stdout: string }) => JSON.parse(outcome.stdout) as Results

describe('the estimate of a claim', () => {
  test('of the first example names its results, each with its source, in the language of the file', () => {
    const outcome = runScript('estimate', ['examples/rosa-alone.json'])
    expect([outcome.code, outcome.stderr]).toEqual([0, ''])
    const { today, eligibility, deadline, incomeLoss, missing } = results(outcome)
    expect(today).toBe('2026-11-23')
    expect(eligibility.outcome).toBe('likely')
    expect(eligibility.reasons[0]?.text).toBe('Ocurrió en California.')
    for (const { text, citation } of eligibility.reasons) expect([text, citation.text].every(words => words.length > 5)).toBe(true)
    expect(deadline).toMatchObject({ date: '2030-06-30', status: 'open', basis: 'crime', lateFilingStatement: false })
    expect(incomeLoss).toMatchObject({ lowCents: 1_981_857, highCents: 2_000_000 })
    expect(incomeLoss.assumptions.find(({ id }) => id === 'trafficking-paragraph-not-read')?.citation.verified).toBe(false)
    expect(missing).toEqual([])
  })

  test('gives the other examples their own results', () => {
    const minor = results(runScript('estimate', ['examples/minor-with-guardian.json']))
    expect(minor.incomeLoss).toMatchObject({ lowCents: 0, highCents: 1_427_329 + 572_671 })
    expect(minor.missing.map(({ item }) => item)).toEqual(['guardian-paper'])
    const ongoing = results(runScript('estimate', ['examples/advocate-ongoing.json']))
    expect(ongoing.deadline).toMatchObject({ date: null, status: 'open', basis: null })
    expect(ongoing.eligibility.outcome).toBe('talk-first')
    expect(ongoing.missing.map(each => each.path)).toEqual(['crime.circumstances', 'work.2.to', 'work.2.hoursPerWeek'])
  })

  test('takes a claim on standard input, and the day in Los Angeles where the claim names none', () => {
    const outcome = estimate({})
    expect(outcome.code).toBe(0)
    expect(results(outcome).today).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(results(outcome).deadline.status).toBe('unknown')
  })

  test('is in English where the language is not offered yet', () => {
    expect(results(estimate({ language: 'ko', crime: { inCalifornia: true } })).eligibility.reasons[0]?.text).toBe(
      'It happened in California.',
    )
  })
})

const work = (period: object) => ({ work: [period] })
const REFUSALS: readonly (readonly [string, unknown, string])[] = [
  [
    'a bad date',
    { crime: { start: '2021-02-30' } },
    'crime.start: Write a real date. A day (2021-03-15), a month (2021-03) or a year (2021) is fine.',
  ],
  [
    'an unknown key',
    { victim: { firstname: 'Rosa' } },
    'victim.firstname: This name is not known in a claim file. Check its spelling or take it out.',
  ],
  ['169 hours', work({ hoursPerWeek: 169 }), 'work.0.hoursPerWeek: Write the hours in a week as a number from 0 to 168.'],
  [
    'low above high',
    work({ hoursPerWeek: { low: 50, high: 40 } }),
    'work.0.hoursPerWeek.low: The lower number of hours is above the higher one. Check both.',
  ],
  ['an end before a start', work({ from: '2022-03', to: '2022-02-28' }), 'work.0.to: The end is before the start. Check both dates.'],
  [
    'a birth date after today',
    { today: '2026-11-23', victim: { birthDate: '2026-11-24' } },
    'victim.birthDate: The birth date is after today. Check the year.',
  ],
  ['another version', { version: 2 }, 'version: This program reads claim files of version 1.'],
  ['text that is not JSON', '{"version": 1,', 'standard input: The text is not JSON.'],
  ['JSON that is not an object', '[]', 'standard input: A claim file is one JSON object.'],
]

describe('wrong input', () => {
  test.each(REFUSALS)('%s is refused with its path and a plain sentence, and nothing else', (_, claim, sentence) => {
    expect(estimate(claim)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` })
  })

  test('every problem is named, and nothing that was typed is repeated', () => {
    const { code, stdout, stderr } = estimate({ crime: { start: 'secretword' }, version: 2, filer: 'secretword' })
    expect([code, stdout]).toEqual([2, ''])
    expect(
      stderr
        .trim()
        .split('\n')
        .map(line => line.split(':')[0]),
    ).toEqual(['version', 'filer', 'crime.start'])
    expect(stderr).not.toContain('secretword')
  })

  test('a missing file, a folder and wrong usage are refused the same way', () => {
    const none = path.join(folder, 'none.json')
    expect(runScript('estimate', [none])).toEqual({ code: 2, stdout: '', stderr: `${none}: There is no such file.\n` })
    expect(runScript('estimate', [folder])).toEqual({ code: 2, stdout: '', stderr: `${folder}: The file can't be read.\n` })
    for (const args of [[], ['a.json', 'b.json']]) {
      expect(runScript('estimate', args)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('npm run --silent estimate') as string,
      })
    }
  })

  test('no packet is written, and no other file beside it', () => {
    const out = path.join(folder, 'out.pdf')
    for (const [, claim] of REFUSALS.slice(0, 2)) {
      expect(runScript('packet', ['-', out], JSON.stringify(claim))).toMatchObject({ code: 2, stdout: '' })
    }
    expect(runScript('packet', ['-', out, '--part', 'all'], '{}')).toMatchObject({ code: 2, stdout: '' })
    const nowhere = path.join(folder, 'none', 'out.pdf')
    expect(runScript('packet', ['-', nowhere], '{}')).toEqual({ code: 2, stdout: '', stderr: `${nowhere}: The file can't be written.\n` })
    expect(readdirSync(folder)).toEqual([])
  })
})

test('the schema is printed as JSON Schema', () => {
  const { code, stdout } = runScript('schema', [])
  expect(code).toBe(0)
  const schema = JSON.parse(stdout) as { $schema: string; additionalProperties: boolean; properties: Record<string, unknown> }
  expect(schema.$schema).toContain('2020-12')
  expect(schema.additionalProperties).toBe(false)
  expect(Object.keys(schema.properties)).toContain('incomeEvidence')
  expect(readFileSync('examples/rosa-alone.json', 'utf8')).toContain('incomeEvidence')
})
