import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCheckSession } from '#app/security/check-session.server.ts'
import type { Services } from '#app/services.server.ts'
import { answerQuestion } from './answer-question.server.ts'
import { questionView } from './question-view.server.ts'
import { getVisit } from './visit.server.ts'

const TODAY = '2026-11-23'
const services = { checkSession: createCheckSession(randomBytes(32), () => 0), today: () => TODAY } as unknown as Services

const cookieOf = (line: string | null) => line?.split(';')[0] ?? ''
const post = (fields: Readonly<Record<string, string>>, cookie: string) =>
  new Request('http://localhost/', { method: 'POST', headers: { Cookie: cookie }, body: new URLSearchParams(fields) })

const BEFORE = cookieOf(
  services.checkSession.keep(post({}, ''), { kinds: { skipped: true }, place: { skipped: true }, dates: { skipped: true } }),
)

async function send(fields: Readonly<Record<string, string>>) {
  const request = post(fields, BEFORE)
  const visit = getVisit(services, request)
  const result = await answerQuestion(services, request, visit, 'hours')
  if (result instanceof Response) return getVisit(services, post({}, cookieOf(result.headers.get('Set-Cookie')))).answers.hours
  return questionView(visit, 'hours', 'en', result)
}

test('hours that were worked out come back once as a sentence, with what was typed, and are saved when they are sent again', async () => {
  const view = await send({ 'hours-low': '12 hours a day, 6 days' })
  expect(view).toMatchObject({
    errors: [],
    fields: [{ understood: 'We read this as 72 hours a week.', fields: [{ value: '12 hours a day, 6 days' }, { value: '' }] }],
    understood: { notice: { lines: [{ fieldId: 'hours-low', message: 'We read this as 72 hours a week.' }] } },
  })
  const { shown } = (view as ReturnType<typeof questionView>).understood
  expect(await send({ 'hours-low': '12 hours a day, 6 days', shown })).toEqual({ value: { hoursPerWeek: 72 } })
  expect(await send({ 'hours-low': '60-80', shown })).toMatchObject({
    understood: { notice: { lines: [{ message: 'We read this as 60 to 80 hours a week.' }] } },
  })
})

test.each(['72', '70 horas', '37,5'])('the hours %s say one number, and are saved at once', async typed => {
  expect(await send({ 'hours-low': typed })).toEqual({ value: { hoursPerWeek: Number(/[\d,]+/.exec(typed)?.[0].replace(',', '.')) } })
})

test('hours of a day alone come back with the question of how many days there were', async () => {
  expect(await send({ 'hours-low': '10 a day' })).toMatchObject({
    errors: [{ message: expect.stringContaining('How many days a week was that?') as string }],
    fields: [{ fields: [{ value: '10 a day' }, {}] }],
    understood: { notice: undefined, shown: '' },
  })
})
