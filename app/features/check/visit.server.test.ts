import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CHECK_IDLE_MINUTES, createCheckSession } from '#app/security/check-session.server.ts'
import type { Services } from '#app/services.server.ts'
import type { CheckPosition } from '#machines/eligibility/machine.ts'
import type { CheckQuestionId } from '#machines/eligibility/questions/index.ts'
import { answerQuestion } from './answer-question.server.ts'
import { questionView } from './question-view.server.ts'
import { getVisit, hasExpired, keptNothing, requireQuestion, requireReachable } from './visit.server.ts'

let time = 1_000_000
const checkSession = createCheckSession(randomBytes(32), () => time)
const services = { checkSession, today: () => '2026-11-23' } as Services

function request(path: string, cookie: string | null, method = 'GET', form?: Readonly<Record<string, string>>): Request {
  const headers = new Headers(cookie ? { Cookie: cookie } : {})
  return new Request(`http://localhost${path}`, { method, headers, ...(form && { body: new URLSearchParams(form) }) })
}

const kept = (answers: unknown) => checkSession.keep(request('/', null), answers).split(';')[0] ?? ''

/** Address that a request is sent to by the guard, `null` where it may stay. */
function sentTo(visited: Request, position: CheckPosition): string | null {
  try {
    requireReachable(services, visited, getVisit(services, visited), position)
    return null
  } catch (thrown) {
    return (thrown as Response).headers.get('Location')
  }
}

describe('the guard of the check', () => {
  test('lets a person see what was passed and what waits, and sends them there from anywhere else', () => {
    const cookie = kept({ kinds: { skipped: true } })
    expect(sentTo(request('/check/kinds', cookie), 'kinds')).toBeNull()
    expect(sentTo(request('/check/place', cookie), 'place')).toBeNull()
    expect(sentTo(request('/check/pauses', cookie), 'pauses')).toBe('/check/place')
    expect(sentTo(request('/check/result', cookie), 'result')).toBe('/check/place')
    expect(sentTo(request('/check/result', null), 'result')).toBe('/check/kinds')
  })

  test('says that the answers are gone where they expired, and where an answer comes without those before it', () => {
    const cookie = kept({ kinds: { skipped: true } })
    time += (CHECK_IDLE_MINUTES + 1) * 60_000
    expect(hasExpired(services, request('/check/place', cookie))).toBe(true)
    expect(sentTo(request('/check/place', cookie), 'place')).toBe('/check/ended')
    expect(sentTo(request('/check/place', null, 'POST'), 'place')).toBe('/check/ended')
    // The first question needs no answers before it: it simply begins again.
    expect(sentTo(request('/check/kinds', cookie, 'POST'), 'kinds')).toBeNull()
    expect(hasExpired(services, request('/check/place', null))).toBe(false)
  })

  test('knows no question by another name', () => {
    expect(requireQuestion('dates')).toBe('dates')
    for (const name of ['names', '__proto__', '', undefined]) {
      expect(() => requireQuestion(name)).toThrow(expect.objectContaining({ status: 404 }) as Error)
    }
  })
})

describe('an answer that was sent', () => {
  async function send(id: CheckQuestionId, before: string | null, form: Readonly<Record<string, string>>) {
    const sent = request(`/check/${id}`, before, 'POST', form)
    const response = await answerQuestion(services, sent, getVisit(services, sent), id)
    if (!(response instanceof Response)) throw new Error('the answer was refused')
    expect(response.status).toBe(303)
    return { address: response.headers.get('Location'), cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
  }

  test('goes into the sealed cookie, and the person goes on', async () => {
    const { address, cookie } = await send('kinds', kept({}), { kinds: 'labor', intent: 'answer' })
    expect(address).toBe('/check/place')
    expect(cookie).not.toContain('labor')
    expect(checkSession.find(request('/', cookie))).toEqual({ kinds: { value: { kinds: ['labor'] } } })
  })

  test('leads, where it is the first one, over a page that sees whether the browser has kept it', async () => {
    const { address, cookie } = await send('kinds', null, { kinds: 'labor', intent: 'answer' })
    expect(address).toBe('/check?begun')
    expect(keptNothing(services, request('/check?begun', cookie))).toBe(false)
    expect(keptNothing(services, request('/check?begun', null))).toBe(true)
    expect(keptNothing(services, request('/check', null))).toBe(false)
  })

  test.each([
    ['language', '/language'],
    ['help', '/help'],
  ])('is no answer yet where %s was pressed, and is kept as it was typed until the question is answered', async (intent, path) => {
    const before = kept({ kinds: { skipped: true }, place: { skipped: true } })
    const typed = await send('dates', before, { 'start-year': '20', 'end-ongoing': 'on', intent })
    expect(typed.address).toBe(path)
    const visit = getVisit(services, request('/check', typed.cookie))
    expect(visit.answers).toEqual({ kinds: { skipped: true }, place: { skipped: true } })
    expect(visit.typed).toEqual({ id: 'dates', values: { 'start-year': ['20'], 'end-ongoing': ['on'] } })
    expect(questionView(visit, 'dates', 'es').fields).toMatchObject([{ year: '20' }, { ongoing: { on: true } }])
    expect(questionView(visit, 'hours', 'es').fields).toMatchObject([{ fields: [{ value: '' }, { value: '' }] }])
    const answered = await send('dates', typed.cookie, { 'start-year': '2020', intent: 'answer' })
    expect(getVisit(services, request('/check', answered.cookie)).typed).toBeUndefined()
  })

  test('is not kept as it was typed where it would not fit into a cookie, and a button of no page is refused', async () => {
    const { cookie } = await send('dates', kept({ kinds: { skipped: true }, place: { skipped: true } }), {
      'start-year': '2'.repeat(5_000),
      intent: 'help',
    })
    expect(cookie.length).toBeLessThan(500)
    expect(getVisit(services, request('/check', cookie)).typed).toBeUndefined()
    for (const intent of ['constructor', '__proto__', 'leave'])
      await expect(send('kinds', null, { intent })).rejects.toMatchObject({ status: 400 })
  })

  test('comes back with what is wrong, and changes nothing', async () => {
    const sent = request('/check/kinds', null, 'POST', { intent: 'answer' })
    expect(await answerQuestion(services, sent, getVisit(services, sent), 'kinds')).toMatchObject({
      ok: false,
      problems: [{ field: 'kinds', key: 'errors:answerOrSkip' }],
    })
  })

  test('stays below the size of a cookie, whatever was answered', () => {
    const cookie = kept({
      kinds: { value: { kinds: ['labor', 'commercial-sex', 'forced-crime', 'unsure'] } },
      place: { value: { place: 'lived-in-california' } },
      dates: { value: { start: '2010-01', end: '2012-12' } },
      hours: { value: { hoursPerWeek: { low: 100.25, high: 167.75 } } },
      'birth-year': { value: { birthDate: '1990-01-01' } },
      proof: {
        value: {
          evidence: [
            'police_report',
            'le_letter',
            'ht_caseworker_statement',
            'visa_document',
            'medical_records',
            'court_records',
            'affidavit',
          ],
        },
      },
      'loss-proof': { value: { incomeEvidence: ['applicant_decl', 'caseworker_decl', 'attorney_decl', 'witness_decl', 'le_report'] } },
      pauses: { value: { pauses: ['incarcerated', 'violent-felony-supervision', 'sex-offense-registration'] } },
    })
    expect(cookie.length).toBeLessThan(2_000)
  })
})
