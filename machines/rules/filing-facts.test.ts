import { expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { filingFacts } from './filing-facts.ts'

const child: ClaimFile = {
  filer: 'parent-or-guardian',
  guardian: { firstName: 'Ana', authority: 'parent-with-custody' },
  victim: {
    firstName: 'Lu',
    birthDate: '2011-02-03',
    phone: '555-0100',
    safeAtHome: true,
    mailingAddress: { street: '1 A St', city: 'Fresno', zip: '93650' },
  },
  crime: { kinds: ['labor'], start: '2024', end: '2025', places: ['Fresno'], circumstances: 'I had to work.' },
  work: [{ from: '2024', to: '2025', hoursPerWeek: 20 }],
  otherSources: [],
}

test('a reminder does not hold up a complete claim', () => {
  expect(filingFacts(child)).toEqual({ blockers: [], plan: { signer: 'guardian', helper: null } })
})

test('each gap is named once, with its source', () => {
  const work = [{ from: '2024' }, { from: '2025' }]
  expect(filingFacts({ ...child, work }).blockers).toEqual([
    { item: 'work-to', citation: 'sji-how-to-apply' },
    { item: 'work-hours', citation: 'sji-how-to-apply' },
  ])
})
