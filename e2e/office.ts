import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { addMember, makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { openStore, type Store } from '#app/data/store.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { ROLES, type Actor, type Role } from '#machines/casework/permissions.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import type { Language } from './check-walk.ts'
import { freePort } from '#scripts/testing/free-port.ts'
import { ended, errorsOf, listening, startScript } from './server-process.ts'

/** A member of the organization under test, with the cookie of an open session. */
interface Colleague {
  readonly actor: Actor
  readonly cookie: string
  /** Paper codes for the sign-in page. Each works once. */
  readonly codes: readonly string[]
}

/** An organization with one member of each role, its cases, and a server for them. */
export interface Office {
  readonly origin: string
  readonly dataDirectory: string
  readonly people: Readonly<Record<Role, Colleague>>
  /** Signs a browser in as the member of a role, without the sign-in page. */
  readonly as: (page: Page, role: Role, language?: Language) => Promise<void>
  /** Runs a function on the server's SQLite file, when it has one. */
  readonly inDatabase: <T>(work: (database: Database.Database) => T) => T
  /** What the server has written to its error output so far. */
  readonly errors: () => string
  readonly stop: () => Promise<void>
}

/** The answers of one of the invented claims in `examples`. */
export const exampleAnswers = (name: string) =>
  answersFromClaim(JSON.parse(readFileSync(path.resolve('examples', `${name}.json`), 'utf8')) as ClaimFile)

/**
 * Makes an organization without teams and with one member of each role, and starts a server for it.
 * @param prepare adds cases before the server starts
 * @param databaseUrl a PostgreSQL database to use in place of a file
 */
export async function openOffice(
  prepare: (casework: Casework, people: Office['people'], store: Store) => Promise<void> = () => Promise.resolve(),
  databaseUrl?: string,
): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'))
  const dataDirectory = path.join(folder, 'data')
  const store = await openStore({ dataDirectory, keyFile: path.join(dataDirectory, 'master.key'), databaseUrl })
  const casework = store.casework
  if (!casework) throw new Error('a store for claims has casework')
  const owner = await makeOwner(casework, Date.now(), 'office-owner')
  const people: Partial<Record<Role, Colleague>> = {}
  for (const role of ROLES) {
    const { member, session, recoveryCodes } =
      role === 'owner' ? owner : await addMember(casework, owner.organization.id, role, `office-${role}`, Date.now())
    people[role] = { cookie: session, codes: recoveryCodes, actor: actorOf(member) }
  }
  await prepare(casework, people as Office['people'], store)
  await store.close()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = startScript('serve', {
    PORT: String(port),
    DATA_DIR: dataDirectory,
    SITE_URL: origin,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  })
  await listening(server)
  return {
    origin,
    dataDirectory,
    errors: () => errorsOf(server),
    people: people as Office['people'],
    as: async (page, role, language = 'en') => {
      const { cookie } = (people as Office['people'])[role]
      await page.context().addCookies([
        { name: COOKIE_NAMES.staff, value: cookie, url: origin },
        { name: 'lang', value: language, url: origin },
      ])
    },
    inDatabase: work => {
      const database = new Database(path.join(dataDirectory, 'claims.sqlite'))
      try {
        return work(database)
      } finally {
        database.close()
      }
    },
    stop: async () => {
      const alive = server.exitCode === null && server.signalCode === null
      const end = ended(server)
      server.kill('SIGTERM')
      const { code, stderr } = await end
      if (!alive) throw new Error(`the server ended by itself with ${code}: ${stderr}`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
