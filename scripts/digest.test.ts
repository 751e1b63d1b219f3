import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import { openDueOn } from '#app/data/testing/due-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { addDays } from '#machines/calendar/day.ts'
import type { Actor } from '#machines/casework/permissions.ts'
import { mailDigest, readMailing, runDigest } from './digest.ts'

let fixture: Fixture
let casework: Casework
let owner: Actor

beforeEach(async () => {
  fixture = await openFixture()
  fixture.time = Date.parse('2026-11-26T20:00:00Z')
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

test('an address gives the counts and numbers of that member’s cases, in the language of the address', async () => {
  const today = dayInLosAngeles(new Date(fixture.time))
  for (const days of [-2, 3, 4]) await openDueOn(casework, owner, addDays(today, days), 'Casa Ejemplo')
  const secret = await casework.calendarFeeds.make(owner, 'en')
  expect(await runDigest(casework, `https://claims.example/calendar/${secret}.ics\n`)).toEqual({
    code: 0,
    subject: 'Papers: what is due',
    text: 'Papers on November 26, 2026\n1 last day has passed: K-1\n2 last days are in the next 7 days: K-2, K-3\n',
  })
  const spanish = await casework.calendarFeeds.make(owner, 'es')
  expect((await runDigest(casework, `/calendar/${spanish}.ics`)).text).toMatch(/^Documentos, 26 de noviembre de 2026\n/)
})

test('an address that has ended opens nothing, and input that is no address gets an explanation', async () => {
  const secret = await casework.calendarFeeds.make(owner, 'en')
  await casework.calendarFeeds.end(owner)
  expect(await runDigest(casework, `/calendar/${secret}.ics`)).toMatchObject({ code: 1 })
  for (const input of ['', secret, 'list']) expect(await runDigest(casework, input)).toMatchObject({ code: 2 })
})

test('the message is mailed as it would be printed, to the address in the settings', async () => {
  const heard: string[] = []
  const server = createServer(socket => {
    socket.setEncoding('utf8').write('220 test\r\n')
    let inMessage = false
    socket.on('data', (chunk: string) => {
      heard.push(chunk)
      if (inMessage) {
        if (!chunk.endsWith('\r\n.\r\n')) return
        inMessage = false
        socket.write('250 taken\r\n')
      } else if (chunk.startsWith('DATA')) {
        inMessage = true
        socket.write('354 go on\r\n')
      } else socket.write(chunk.startsWith('QUIT') ? '221 bye\r\n' : '250 yes\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const mailing = readMailing({
      SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
      DIGEST_FROM: 'papers@example.org',
      DIGEST_TO: 'ana@example.org',
    })
    await mailDigest(mailing!, { subject: 'Papers: what is due', text: 'Papers on November 26, 2026\n1 last day has passed: K-1\n' })
  } finally {
    server.close()
  }
  const message = heard.join('')
  for (const words of [
    'MAIL FROM:<papers@example.org>',
    'RCPT TO:<ana@example.org>',
    'Subject: Papers: what is due',
    '1 last day has passed: K-1',
  ])
    expect(message).toContain(words)
  expect(message).not.toMatch(/claim|calvcb|nodemailer|X-Mailer/i)
})

test('an incomplete configuration is refused with what is missing, and its password is not shown', () => {
  expect(readMailing({})).toBeNull()
  expect(() => readMailing({ SMTP_URL: 'smtps://ana:secret@mail.example.org' })).toThrow(/DIGEST_FROM, DIGEST_TO/)
  for (const server of ['mail.example.org', 'https://ana:secret@mail.example.org']) {
    const read = () => readMailing({ SMTP_URL: server, DIGEST_FROM: 'a@example.org', DIGEST_TO: 'b@example.org' })
    expect(read).toThrow(/smtps:/)
    expect(read).not.toThrow(/secret/)
  }
})
