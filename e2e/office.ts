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

/** Somebody of the group under test, and the cookie of a session that is open. */
interface Colleague {
  readonly actor: Actor
  readonly cookie: string
  /** For the page that signs in, each once. */
  readonly codes: readonly string[]
}

/** A group with one member of each role, its cases, and a server on them. */
export interface Office {
  readonly origin: string
  readonly dataDirectory: string
  readonly people: Readonly<Record<Role, Colleague>>
  /** Lets a browser be signed in as somebody, without the walk through the page that signs in. */
  readonly as: (page: Page, role: Role, language?: Language) => Promise<void>
  /** Works on the server's file beside it, where it has one. */
  readonly inDatabase: <T>(work: (database: Database.Database) => T) => T
  /** What the server has written of its errors so far. */
  readonly errors: () => string
  readonly stop: () => Promise<void>
}

/** The answers of one of the invented claims in `examples`. */
export const exampleAnswers = (name: string) =>
  answersFromClaim(JSON.parse(readFileSync(path.resolve('examples', `${name}.json`), 'utf8')) as ClaimFile)

/**
 * Makes a group without teams and with one member of each role, and starts a server on it.
 * @param prepare puts cases in before the server starts
 * @param databaseUrl a PostgreSQL database in place of a file
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
