import { redirect } from '@remix-run/node'
import { expect, test } from 'vitest'
import { buildOf, startInTest } from './testing/express.ts'

const build = buildOf({
  answer: { action: () => redirect('/check/place', { status: 303, headers: { 'Set-Cookie': 's=abc' } }) },
  onward: { action: () => redirect('/answer', 307) },
  refused: { action: () => new Response('wrong', { status: 422 }) },
})

test('a form that a script has sent is told where the answer leads, and is not led there; a browser is', async () => {
  const ask = await startInTest(build, 0)
  const pressed = await ask('/answer', { Press: '1' }, 'POST')
  expect([pressed.status, pressed.headers.location]).toEqual([200, undefined])
  expect(pressed.headers).toMatchObject({ 'leads-to': '/check/place', 'set-cookie': ['s=abc'], 'cache-control': 'no-store' })
  const led = await ask('/answer', {}, 'POST')
  expect([led.status, led.headers.location, led.headers['leads-to']]).toEqual([303, '/check/place', undefined])
})

test('the door after an exit is told, too; what is sent on as it is and what is a page stay what they are', async () => {
  const ask = await startInTest(build, 0)
  expect((await ask('/answer', { Press: '1', Cookie: 'v=left-1' }, 'POST')).headers).toMatchObject({ 'leads-to': '/door' })
  const onward = await ask('/onward', { Press: '1' }, 'POST')
  expect([onward.status, onward.headers.location]).toEqual([307, '/answer'])
  const refused = await ask('/refused', { Press: '1' }, 'POST')
  expect([refused.status, refused.headers['leads-to'], refused.text]).toEqual([422, undefined, 'wrong'])
})
