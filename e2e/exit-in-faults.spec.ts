import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { makeOwner } from '#app/data/testing/casework-fixture.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { SHORTEST_CLAIM } from '#machines/claim/shortest-claim.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { EXIT } from './addresses.ts'
import { onPostgres, onSqlite, type Faulty } from './faults.ts'
import { ended, listening, startScript } from './server-process.ts'
import { createVisitor, FORM_MADE_FROM } from './visitor.ts'

const PAGE = '/claim/q/story'
/** Addresses that must answer at once, even when the database does not. */
const AT_ONCE = ['/leave', '/door', '/', '/safety', '/help', '/language', '/health']
/** Long enough for a save to reach the database, in milliseconds. */
const ON_ITS_WAY_MS = 500

const FAULTS: Readonly<Record<string, { readonly open: (folder: string) => Promise<Faulty>; readonly saves: 'afterwards' | 'not' }>> = {
  "another process holds SQLite's write lock": { open: onSqlite, saves: 'afterwards' },
  'PostgreSQL hangs': { open: folder => onPostgres(folder, 'hangs'), saves: 'afterwards' },
  'PostgreSQL is gone': { open: folder => onPostgres(folder, 'is gone'), saves: 'not' },
}

/** Functions that stop what a test has started. They run after the test, the latest first. */
let ends: (() => unknown)[] = []
test.afterEach(async () => {
  for (const end of ends.reverse()) await end()
  ends = []
})

for (const [name, { open, saves }] of Object.entries(FAULTS)) {
  test(`while ${name} the exit and the help pages answer at once, and the sessions end afterwards`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'exit-in-faults-'))
    ends.push(() => rmSync(folder, { recursive: true, force: true }))
    const { store, env, begin, stop } = await open(folder)
    ends.push(stop)
    const create = async () => (await store.drafts.create({ answers: SHORTEST_CLAIM, language: 'en' })).session
    const [leaving, staying] = [await create(), await create()]
    const member = await makeOwner(store.casework!, Date.now())
    const port = await freePort()
    const server = startScript('serve', { PORT: String(port), ...env })
    const end = ended(server)
    ends.push(() => server.kill('SIGKILL'))
    await listening(server)
    const [one, other] = [createVisitor(port, `${leaving}; ${COOKIE_NAMES.staff}=${member.session}`), createVisitor(port, staying)]
    const seen = FORM_MADE_FROM.exec((await other.open(PAGE)).text)?.[1] ?? ''

    const order: string[] = []
    const endFault = await begin()
    const saving = other.post(PAGE, { intent: 'answer', seen, circumstances: 'sewing at night.' }).then(({ status }) => {
      order.push('the save')
      return status
    })
    await wait(ON_ITS_WAY_MS)
    const [left, ...pages] = await Promise.all(
      AT_ONCE.map(async address => {
        const answered = await one.open(address)
        order.push(address)
        return answered
      }),
    )
    order.push('the end of the fault')
    await endFault()
    const saved = await saving

    const answered = [...AT_ONCE, 'the end of the fault']
    if (saves === 'afterwards') expect(order).toEqual([...answered, 'the save'])
    else expect(order.filter(each => each !== 'the save')).toEqual(answered)
    expect([left?.status, left?.headers.location]).toEqual([303, EXIT])
    for (const cookie of [COOKIE_NAMES.draft, COOKIE_NAMES.staff, COOKIE_NAMES.check, COOKIE_NAMES.link]) {
      expect(left?.headers['set-cookie']).toContain(`${cookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
    }
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
    await expect.poll(() => store.drafts.find(leaving)).toBeNull()
    await expect.poll(() => store.casework!.sessions.find(member.session)).toBeNull()
    expect((await one.open(PAGE)).headers.location).toBe('/claim/return')
    const kept = JSON.stringify((await store.drafts.find(staying))?.answers)
    if (saves === 'afterwards') expect([saved, kept]).toEqual([303, expect.stringContaining('sewing at night.')])

    for (const visitor of [one, other]) visitor.leave()
    server.kill()
    expect((await end).code).toBe(0)
  })
}
