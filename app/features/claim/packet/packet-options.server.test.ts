import { describe, expect, test } from 'vitest'
import type { Services } from '#app/services.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { officialFormFile } from './official-form-file.server.ts'
import { packetOptionsView, readPacketOptions } from './packet-options.server.ts'
import { speechFor } from '../speech.server.ts'
import type { ClaimVisit } from '../visit.server.ts'

const TODAY = '2026-11-23'
const read = (values: Record<string, string>) =>
  readPacketOptions(Object.fromEntries(Object.entries(values).map(([name, text]) => [name, [text]])), TODAY)
const on = (year: string, month: string, day: string) => ({ 'mailOn-year': year, 'mailOn-month': month, 'mailOn-day': day })
const problems = (values: Record<string, string>) => read(values).problems.map(({ field, key }) => [field, key])

describe('the choices of the packet page', () => {
  test('are empty if nothing was chosen', () => {
    expect(read({ ...on('', '', ''), password: '  ', language: '' })).toEqual({ chosen: { options: {} }, problems: [] })
  })

  test('are read, and a password without the spaces around it', () => {
    expect(read({ withoutStory: 'on', ...on('2026', '12', '3'), password: ' seven8boats ', language: 'ko' })).toEqual({
      chosen: { options: { withoutStory: true, mailOn: '2026-12-03' }, password: 'seven8boats', language: 'ko' },
      problems: [],
    })
  })

  test.each([
    [on('2026', '02', '30'), 'mailOn-day', 'check:errors.noSuchDay'],
    [on('2026', '12', ''), 'mailOn-day', 'claim:packetErrors.wholeDay'],
    [on('2026', '', ''), 'mailOn-month', 'claim:packetErrors.wholeDay'],
    [on('', '12', '3'), 'mailOn-year', 'check:errors.yearNeeded'],
    [on('2027', '11', '24'), 'mailOn-year', 'claim:packetErrors.farDay'],
    [on('2025', '11', '22'), 'mailOn-year', 'claim:packetErrors.farDay'],
  ])('refuse the day %j', (values, field, key) => {
    expect(problems(values)).toEqual([[field, key]])
    expect(read(values).chosen.options).toEqual({})
  })

  test('take a day up to a year away', () => {
    expect(problems(on('2027', '11', '23'))).toEqual([])
    expect(problems(on('2025', '11', '23'))).toEqual([])
  })

  test('refuse a password that is too short, or longer than the lock of a file can take', () => {
    expect(problems({ password: '1234567' })).toEqual([['password', 'claim:packetErrors.short']])
    expect(problems({ password: 'ñ'.repeat(64) })).toEqual([['password', 'claim:packetErrors.long']])
    expect(problems({ password: 'ñ'.repeat(63) })).toEqual([])
    // These are seven characters, but more code units.
    expect(problems({ password: '😀'.repeat(7) })).toEqual([['password', 'claim:packetErrors.short']])
  })

  test('are shown as they were sent, and each mistake names the control that it is about', () => {
    const values = { withoutStory: ['on'], 'mailOn-year': ['2026'], 'mailOn-month': ['02'], 'mailOn-day': ['30'], password: ['short'] }
    const view = packetOptionsView(speechFor('en', {}), values, readPacketOptions(values, TODAY).problems)
    expect(view.errors.map(({ fieldId }) => fieldId)).toEqual(['mailOn-day', 'password'])
    expect(view).toMatchObject({
      withoutStory: true,
      mailOn: { wrong: 'day', day: '30', month: '02', year: '2026' },
      password: { value: 'short' },
    })
    expect(view.password.error).toContain('at least 8')
  })
})

describe('the official form', () => {
  const filled: ClaimFile[] = []
  const services = {
    officialForms: {
      fill: ({ claim }: { claim: ClaimFile }) => {
        filled.push(claim)
        return Promise.resolve({ pdf: new Uint8Array([1]) })
      },
    },
  } as unknown as Services
  const answers = {
    story: { value: { circumstances: 'They took my pay.' } },
    work: { value: { periods: [{ kind: 'Cleaning', from: '2022' }] } },
  }
  const visit = { today: TODAY, session: 's', draft: { answers }, speech: speechFor('en', {}) } as unknown as ClaimVisit

  test('leaves out the story and the kind of work if the person chose so', async () => {
    await officialFormFile(services, visit, { options: {} })
    await officialFormFile(services, visit, { options: { withoutStory: true } })
    expect(filled.map(({ crime, work }) => [crime?.circumstances, work?.[0]?.kind, work?.[0]?.from])).toEqual([
      ['They took my pay.', 'Cleaning', '2022'],
      [undefined, undefined, '2022'],
    ])
  })
})
