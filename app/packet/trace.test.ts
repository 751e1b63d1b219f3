import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { viewOf } from './testing/sheets.ts'
import { answerTrace, traceLines } from './trace.ts'

const claim: ClaimFile = {
  version: 1,
  filer: 'victim',
  paymentPauses: [],
  victim: { firstName: 'Rosa', safeAtHome: true, residenceAddress: { city: 'Hidden Town' } },
  crime: { circumstances: 'They took my passport.' },
}
const view = viewOf(claim)
const drawn = [
  { path: 'victim.firstName', sheet: 'declaration', part: 'mail', page: 4 },
  { path: 'filer', sheet: 'application', part: 'mail', page: 2 },
  { path: 'victim.safeAtHome', sheet: 'application', part: 'mail', page: 2 },
] as const

describe('the trace of the answers', () => {
  test('has each answer as drawn, in the other part, or left out, and has nothing else', () => {
    const trace = answerTrace({ trace: drawn, part: 'mail', view, claim })
    expect(trace.otherPart).toEqual(['paymentPauses'])
    expect(trace.leftOut.map(({ path }) => path)).toEqual(['version', 'victim.residenceAddress.city'])
    expect(trace.unaccounted).toEqual(['crime.circumstances'])
  })

  test('names no other part when both were made', () => {
    expect(answerTrace({ trace: drawn, part: 'both', view, claim }).unaccounted).toEqual(['paymentPauses', 'crime.circumstances'])
  })

  test('names the story when the person left it out', () => {
    const { leftOut, unaccounted } = answerTrace({ trace: drawn, part: 'mail', view, claim, options: { withoutStory: true } })
    expect(leftOut.map(({ path }) => path)).toContain('crime.circumstances')
    expect(unaccounted).toEqual([])
  })

  test('is written in lines, one for each answer, without the answers themselves', () => {
    const lines = traceLines(answerTrace({ trace: drawn, part: 'mail', view, claim }), view)
    expect(lines.map(line => line.split('\t').slice(0, 4))).toEqual([
      ['answer', 'part', 'page', 'sheet'],
      ['crime.circumstances', 'unaccounted', '-', '-'],
      ['filer', 'mail', '2', 'application'],
      ['paymentPauses', 'other-part', '-', '-'],
      ['version', 'left-out', '-', '-'],
      ['victim.firstName', 'mail', '4', 'declaration'],
      ['victim.residenceAddress.city', 'left-out', '-', '-'],
      ['victim.safeAtHome', 'mail', '2', 'application'],
    ])
    expect(lines[2]).toBe('filer\tmail\t2\tapplication\tContents of the application')
    expect(lines.join('\n')).not.toMatch(/Rosa|Hidden Town|passport/)
  })

  test('sorts entry 2 of a list before entry 10', () => {
    const ten = ['work.10.kind', 'work.2.kind'].map(path => ({ path, sheet: 'application', part: 'mail', page: 1 }) as const)
    expect(
      traceLines({ drawn: ten, otherPart: [], leftOut: [], unaccounted: [] }, view)
        .slice(1)
        .map(line => line.split('\t')[0]),
    ).toEqual(['work.2.kind', 'work.10.kind'])
  })
})
