import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { PacketOrder } from '#app/packet/render/render-packet.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { createSealedCookie } from '#app/security/sealed-cookie.server.ts'
import type { Services } from '#app/services.server.ts'
import { speechFor } from '../speech.server.ts'
import type { ClaimVisit } from '../visit.server.ts'
import { paperFile, paperFileAgain } from './paper-file.server.ts'

const TODAY = '2026-11-23'
const PASSWORD = 'seven8boats'
const CHOICES = { withoutStory: 'on', 'mailOn-year': '2026', 'mailOn-month': '12', 'mailOn-day': '3', password: PASSWORD }
const attached = [{ id: 'paper', kind: 'other', title: '', pages: 1, format: 'pdf', bytes: new Uint8Array([2]) }]
const ORDER = {
  claim: { version: 1, language: 'es' },
  language: 'es',
  today: TODAY,
  options: { withoutStory: true, mailOn: '2026-12-03' },
  password: PASSWORD,
  part: 'mail',
  exhibits: attached,
}

let made: PacketOrder[]
let printed: string[]
let time: number
let services: Services

beforeEach(() => {
  made = []
  printed = []
  time = 1_000_000
  services = {
    exhibits: { files: () => Promise.resolve(attached) },
    packets: {
      render: (order: PacketOrder) => {
        made.push(order)
        return Promise.resolve({ pdf: new Uint8Array([1]) })
      },
    },
    officialForms: { fill: () => Promise.resolve({ pdf: new Uint8Array([3]) }) },
    drafts: {
      notePrinted: (_session: string, day: string) => {
        printed.push(day)
        return Promise.resolve()
      },
    },
    papersAskedFor: createSealedCookie(COOKIE_NAMES.papers, 'cookie:papers', randomBytes(32), 10, () => time),
  } as unknown as Services
})

const visitOf = (draftId: string) =>
  ({
    today: TODAY,
    session: 's',
    draft: { draftId, answers: {}, authors: {}, language: 'es' },
    speech: speechFor('es', {}),
  }) as unknown as ClaimVisit
const asking = (cookie: string, form?: Readonly<Record<string, string>>) =>
  new Request('http://claims.test/', {
    headers: { Cookie: cookie.split(';')[0] ?? '' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
const press = (paper: string, form: Readonly<Record<string, string>>, cookie = '') =>
  paperFile(services, asking(cookie, form), visitOf('one'), paper)
const askAgain = (paper: string, cookie: string, draftId = 'one') => paperFileAgain(services, asking(cookie), visitOf(draftId), paper)
const nameOf = (file: Response | null) => file?.headers.get('Content-Disposition')
const cookieOf = (file: Response) => file.headers.getSetCookie()[0] ?? ''

test('a file is made with the choices of the form and with the attached papers', async () => {
  expect(nameOf(await press('mail', CHOICES))).toBe('attachment; filename="papers-1.pdf"')
  expect(made).toEqual([ORDER])
  expect(printed).toEqual([TODAY])
})

test('a file is in the language that was chosen, and knows in which the person wrote, whatever the page is in', async () => {
  const draft = { ...visitOf('one').draft, answers: { story: { value: { circumstances: 'Me quitaron el pago.' } } } }
  const english = { ...visitOf('one'), draft, speech: speechFor('en', {}) } as ClaimVisit
  const languagesBy = async (visit: ClaimVisit, form: Readonly<Record<string, string>>) => {
    await paperFile(services, asking('', form), visit, 'keep')
    return [made.at(-1)?.claim.language, made.at(-1)?.language]
  }
  expect(await languagesBy(english, { language: 'ko' })).toEqual(['es', 'ko'])
  expect(await languagesBy(english, {})).toEqual(['es', 'en'])
  // Members wrote everything, in the language of their page.
  const byMembers = { ...english, draft: { ...draft, authors: { story: 'staff' } } } as ClaimVisit
  expect(await languagesBy(byMembers, { language: 'xx' })).toEqual(['en', 'en'])
})

test('a file is not made if something has to be corrected: the same form goes on to the packet page', async () => {
  const refused = await press('keep', { password: 'short' }).catch((thrown: unknown) => thrown)
  expect(refused).toBeInstanceOf(Response)
  expect((refused as Response).status).toBe(307)
  expect((refused as Response).headers.get('Location')).toBe('/claim/packet')
  expect(made).toEqual([])
})

test('the same browser gets the same file again by its address alone, and each file with its own choices', async () => {
  const first = cookieOf(await press('mail', CHOICES))
  const second = cookieOf(await press('keep', {}, first))
  expect(nameOf(await askAgain('mail', second))).toBe('attachment; filename="papers-1.pdf"')
  expect(nameOf(await askAgain('keep', second))).toBe('attachment; filename="papers-2.pdf"')
  const { claim, language, today, exhibits } = ORDER
  expect(made.slice(2)).toEqual([ORDER, { claim, language, today, exhibits, options: {}, part: 'keep' }])
  const third = cookieOf(await press('official', {}, second))
  expect(nameOf(await askAgain('official', third))).toBe('attachment; filename="papers-3.pdf"')
})

test('nobody else gets it, no other file, none of another claim, and none after ten minutes', async () => {
  const cookie = cookieOf(await press('mail', CHOICES))
  expect(await askAgain('mail', '')).toBeNull()
  expect(await askAgain('keep', cookie)).toBeNull()
  expect(await askAgain('official', cookie)).toBeNull()
  expect(await askAgain('both', cookie)).toBeNull()
  expect(await askAgain('mail', cookie, 'another')).toBeNull()
  time += 10 * 60_000 + 1
  expect(await askAgain('mail', cookie)).toBeNull()
  expect(made).toHaveLength(1)
})

test('a file comes with a cookie that tells the page so, and one that is asked for again does not', async () => {
  const file = await press('mail', CHOICES)
  expect(file.headers.getSetCookie().slice(1)).toEqual(['m=1; Path=/; SameSite=Lax; Max-Age=60'])
  expect((await askAgain('mail', cookieOf(file)))?.headers.getSetCookie()).toEqual([])
  const refused = await press('keep', { password: 'short' }).catch((thrown: unknown) => thrown as Response)
  expect(refused.headers.getSetCookie()).toEqual([])
})

test('the choices stay in a cookie that no script and nobody on the way can read', async () => {
  const cookie = cookieOf(await press('mail', CHOICES))
  expect(cookie).toMatch(/^f=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(Buffer.from(cookie.slice(2, cookie.indexOf(';')), 'base64url').includes(PASSWORD)).toBe(false)
})
