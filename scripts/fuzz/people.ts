import path from 'node:path'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { openStore } from '#app/data/store.server.ts'
import { addMember, shareByCode, TEST_CALLER } from '#app/data/testing/casework-fixture.ts'
import { createCheckSession } from '#app/security/check-session.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { exampleAnswers, openOffice, type Office } from '#e2e/office.ts'

/** Who sends a request: a stranger, a survivor with a claim and a check, and an owner of an organization with cases. */
export const WHO = ['stranger', 'survivor', 'staff'] as const
export type Who = (typeof WHO)[number]

/** A server on a folder of its own, and the people who use it. */
export interface People {
  readonly office: Office
  readonly cookieOf: (who: Who) => string
  /** Cases of the organization: one that it began itself, and the survivor's. */
  readonly caseNumbers: () => readonly number[]
  /** Makes anew what requests have closed, signed out, deleted or moved away. */
  readonly renew: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Enough of the two-minute check to reach each of its pages. */
const CHECK = {
  kinds: { value: { kinds: ['labor'] } },
  place: { value: { place: 'california' } },
  hours: { value: { hoursPerWeek: 60 } },
  proof: { value: { evidence: ['medical_records'] } },
  'loss-proof': { value: { incomeEvidence: ['applicant_decl'] } },
}

/** @param databaseUrl a PostgreSQL database in place of a file */
export async function startPeople(databaseUrl?: string): Promise<People> {
  const office = await openOffice(undefined, databaseUrl)
  const { dataDirectory, origin } = office
  const store = await openStore({ dataDirectory, keyFile: path.join(dataDirectory, 'master.key'), databaseUrl })
  const { drafts } = store
  const casework = store.casework
  if (!casework) throw new Error('a store for claims has casework')
  const { organizationId } = office.people.owner.actor
  let [survivor, staff, caseNumber, made] = ['', office.people.owner.cookie, 0, 0]

  async function renew(): Promise<void> {
    let member = await casework!.sessions.find(staff)
    if (!member) {
      // Each joins from an address of their own, because many who join from one address are slowed down.
      const caller = { ...TEST_CALLER, clientKey: `192.0.2.${made}` }
      const joined = await addMember(casework!, organizationId, 'owner', `fuzz-${made++}`, Date.now(), null, caller)
      staff = joined.session
      member = await casework!.sessions.find(staff)
    }
    if (!member) throw new Error('nobody is signed in')
    const actor = actorOf(member.member)
    const [draft, head] = await Promise.all([drafts.find(survivor), casework!.cases.peek(actor, caseNumber)])
    if (draft && head.ok) return
    const claim = { answers: exampleAnswers('rosa-alone'), language: 'en' } as const
    caseNumber = (await casework!.cases.create(actor, { ...claim, about: { label: 'K', otherSide: [] } })).number
    survivor = (await drafts.create(claim)).session
    await drafts.setPhrase(survivor, 'en')
    await shareByCode(casework!, actor, survivor)
  }

  await renew()
  const check = createCheckSession(store.keyFor('check-session'), Date.now).keep(new Request(origin), CHECK).replace(/;.*/, '')
  const cookies: Readonly<Record<Who, () => string>> = {
    stranger: () => '',
    survivor: () => `${check}; ${COOKIE_NAMES.draft}=${survivor}`,
    staff: () => `${COOKIE_NAMES.staff}=${staff}`,
  }
  return {
    office,
    cookieOf: who => cookies[who](),
    caseNumbers: () => [caseNumber, caseNumber + 1],
    renew,
    close: async () => {
      await store.close()
      await office.stop()
    },
  }
}
