import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#machines/calendar/day.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { ROLES, type Actor, type Role } from '#machines/casework/permissions.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { addMember, makeOwner } from '../testing/casework-fixture.ts'
import type { Casework } from '../casework.server.ts'
import { CASES_PER_PAGE, type CaseListQuery } from './caseload.server.ts'
import { openFixture, type Fixture } from '../testing/draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Actor
let logins = 0

const ALL: CaseListQuery = { filters: {}, sort: 'number' }

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = actorOf((await makeOwner(casework, fixture.time)).member)
})
afterEach(() => fixture.end())

interface Person {
  readonly first?: string
  readonly last?: string
  readonly born?: string
  readonly phone?: string
  readonly label?: string
  readonly otherSide?: readonly string[]
  readonly more?: ClaimAnswers
}

const answersOf = ({ first, last, born, phone, more }: Person): ClaimAnswers => ({
  filer: { value: { filer: 'victim' } },
  ...(first !== undefined && {
    names: { value: { firstName: first, ...(last !== undefined && { lastName: last }), ...(born !== undefined && { birthDate: born }) } },
  }),
  ...(phone !== undefined && { contact: { value: { phone } } }),
  ...more,
})

async function open(person: Person, by = owner): Promise<number> {
  const { number } = await casework.cases.create(by, {
    language: 'en',
    about: { label: person.label ?? '', otherSide: person.otherSide ?? [] },
    answers: answersOf(person),
  })
  return number
}

const numbers = async (query: Partial<CaseListQuery>, actor = owner) =>
  (await casework.caseload.list(actor, { ...ALL, ...query })).rows.map(({ number }) => number)
const search = (text: string, actor = owner) => numbers({ search: text }, actor)
const kinds = () =>
  fixture.rows<{ kind: string }>('SELECT "kind" FROM "CaseRecord" ORDER BY "place"').then(rows => rows.map(({ kind }) => kind))

describe('a member’s cases', () => {
  test('are those of the organization that the role may read, in the list and in a search', async () => {
    const { id: red } = await casework.organizations.addTeam(owner.organizationId, 'Red')
    const { id: blue } = await casework.organizations.addTeam(owner.organizationId, 'Blue')
    const member = async (role: Role, team: string | null) =>
      actorOf(
        (await addMember(casework, owner.organizationId, role, `${role}-${String(team)}-${(logins += 1)}`, fixture.time, team)).member,
      )
    const [mine, theirs] = [await member('caseworker', red), await member('caseworker', blue)]
    // 1 has no team and is the owner's, 2 is of the red team, 3 of the blue team, 4 of the blue team and assigned to the member who looks.
    await open({ first: 'Rosa', last: 'Ejemplo' })
    await open({ first: 'Rosa', last: 'Muestra' }, mine)
    await open({ first: 'Rosa', last: 'Prueba' }, theirs)
    await open({ first: 'Rosa', last: 'Inventada' }, theirs)
    await casework.invitations.inviteOrganization()
    const stranger = actorOf((await makeOwner(casework, fixture.time, 'stranger')).member)
    await open({ first: 'Rosa', last: 'Ajena' }, stranger)
    const seen: Readonly<Record<Role, readonly number[]>> = {
      owner: [4, 3, 2, 1],
      supervisor: [4, 2],
      caseworker: [4, 2],
      volunteer: [4],
      trainer: [],
    }
    for (const role of ROLES) {
      const who = await member(role, `${red}`)
      const [row] = await fixture.rows<{ id: string }>(
        'SELECT "id" FROM "Case" WHERE "number" = 4 AND "organizationId" = ?',
        owner.organizationId,
      )
      await fixture.rows('INSERT INTO "CaseAssignment" ("caseId", "memberId") VALUES (?, ?)', row?.id, who.memberId)
      expect(await numbers({}, who), `${role} lists`).toEqual(seen[role])
      expect(
        (await search('rosa', who)).sort((one, other) => other - one),
        `${role} searches`,
      ).toEqual(seen[role])
      expect(await numbers({ sort: 'due' }, who), `${role} by day`).toEqual([...seen[role]].reverse())
    }
    expect(await numbers({}, stranger)).toEqual([1])
    expect(await numbers({ filters: { memberId: owner.memberId } }, stranger)).toEqual([])
  }, 60_000)

  test('leave one line in the record for each list and each search, also for a refused one', async () => {
    await open({ first: 'Rosa' })
    await numbers({})
    await search('rosa')
    await search('   ')
    const trainer = actorOf((await addMember(casework, owner.organizationId, 'trainer', 'trainer', fixture.time)).member)
    await numbers({}, trainer)
    expect(await kinds()).toEqual(['case.created', 'case.listed', 'case.searched', 'case.listed', 'case.refused'])
  })
})

describe('the list', () => {
  test('says of each case what to do next, and by when', async () => {
    await open({ first: 'Rosa', last: 'Ejemplo', label: 'K-1' })
    const {
      rows: [row],
      more,
      next,
    } = await casework.caseload.list(owner, ALL)
    expect([more, next]).toEqual([false, null])
    expect(row).toMatchObject({
      number: 1,
      label: 'K-1',
      name: 'Rosa Ejemplo',
      state: 'prepared',
      step: 'fill-in',
      daysLeft: null,
      language: 'en',
      workers: ['Name of owner'],
      changedOn: dayInLosAngeles(new Date(fixture.time)),
      alerts: [],
    })
    expect(row?.missing).toBeGreaterThan(3)
  })

  test('shows a team’s cases and the member’s other ones across its pages, each case once and in its place', async () => {
    const [{ id: red }, { id: blue }] = [
      await casework.organizations.addTeam(owner.organizationId, 'Red'),
      await casework.organizations.addTeam(owner.organizationId, 'Blue'),
    ]
    const worker = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'worker', fixture.time, red)).member)
    const count = CASES_PER_PAGE + 30
    const today = dayInLosAngeles(new Date(fixture.time))
    const seenBy: number[] = []
    for (let number = 1; number <= count; number++) {
      fixture.time += 1_000
      await open({ first: `Muestra${number}` })
      // Every third case is of the other team. Some of these, and some of the own team's, are assigned to the member.
      const [teamId, given, due] = [
        number % 3 === 0 ? blue : red,
        number % 6 === 0 || number % 5 === 0,
        number % 4 === 0 ? null : addDays(today, number % 7),
      ]
      const [row] = await fixture.rows<{ id: string }>('SELECT "id" FROM "Case" WHERE "number" = ?', number)
      await fixture.rows('UPDATE "Case" SET "dueOn" = ?, "teamId" = ? WHERE "number" = ?', due, teamId, number)
      if (given) await fixture.rows('INSERT INTO "CaseAssignment" ("caseId", "memberId") VALUES (?, ?)', row?.id, worker.memberId)
      if (teamId === red || given) seenBy.push(number)
    }
    const all = { due: [] as number[], changed: [] as number[], number: [] as number[] }
    for (const sort of ['due', 'changed', 'number'] as const) {
      let after: string | undefined
      do {
        const page = await casework.caseload.list(worker, { filters: {}, sort, ...(after !== undefined && { after }) })
        all[sort].push(...page.rows.map(({ number }) => number))
        after = page.next ?? undefined
      } while (after !== undefined)
    }
    const latestFirst = [...seenBy].reverse()
    const rank = (number: number) => (number % 4 === 0 ? 7 : number % 7)
    expect(all).toEqual({
      number: latestFirst,
      changed: latestFirst,
      due: [...seenBy].sort((one, other) => rank(one) - rank(other) || one - other),
    })
  }, 60_000)

  test('has pages without a gap or a repeat in every order, with undated cases last by day', async () => {
    const count = 2 * CASES_PER_PAGE + 3
    for (let place = 0; place < count; place++) await open({ first: `Muestra${place}` })
    const today = dayInLosAngeles(new Date(fixture.time))
    for (let number = 1; number <= count; number++) {
      const due = number % 3 === 0 ? null : addDays(today, number % 7)
      await fixture.rows('UPDATE "Case" SET "dueOn" = ? WHERE "number" = ?', due, number)
    }
    for (const sort of ['due', 'changed', 'number'] as const) {
      const seen: number[] = []
      let after: string | undefined
      do {
        const page = await casework.caseload.list(owner, { filters: {}, sort, ...(after !== undefined && { after }) })
        seen.push(...page.rows.map(({ number }) => number))
        expect(page.more).toBe(page.next !== null)
        after = page.next ?? undefined
      } while (after !== undefined)
      expect(new Set(seen).size, sort).toBe(count)
      expect(seen.length, sort).toBe(count)
      if (sort === 'due') expect(seen.findIndex(number => number % 3 === 0)).toBe(count - Math.floor(count / 3))
    }
    for (const after of ['', 'x', '2026-01-01', 'zzzzzzzzzzz.1', '0000-00-00.1', "' OR 1"])
      expect((await numbers({ sort: 'changed', after })).length, after).toBeGreaterThanOrEqual(0)
  }, 60_000)

  test('can be filtered by state, language, member, team, missing things, due day and end', async () => {
    await open({ first: 'Rosa' })
    await open({ first: 'Sol' })
    await casework.cases.create(owner, { language: 'es', about: { label: '', otherSide: [] } })
    await casework.cases.takeStep(owner, 1, { type: 'SENT_TO_REVIEW', sentOn: '2026-01-02' })
    const today = dayInLosAngeles(new Date(fixture.time))
    await fixture.rows('UPDATE "Case" SET "dueOn" = ? WHERE "number" = 1', addDays(today, -1))
    await fixture.rows('UPDATE "Case" SET "dueOn" = ? WHERE "number" = 2', addDays(today, 20))
    await fixture.rows('DELETE FROM "CaseAssignment" WHERE "caseId" = (SELECT "id" FROM "Case" WHERE "number" = 2)')
    await fixture.rows('UPDATE "Case" SET "endedAt" = "changedAt" WHERE "number" = 3')
    expect(await numbers({})).toEqual([2, 1])
    expect(await numbers({ filters: { ended: true } })).toEqual([3])
    expect(await numbers({ filters: { state: 'inReview' } })).toEqual([1])
    expect(await numbers({ filters: { ended: true, language: 'es' } })).toEqual([3])
    expect(await numbers({ filters: { language: 'es' } })).toEqual([])
    expect(await numbers({ filters: { memberId: 'me' } })).toEqual([1])
    expect(await numbers({ filters: { memberId: 'nobody' } })).toEqual([2])
    expect(await numbers({ filters: { teamId: 'none' } })).toEqual([2, 1])
    expect(await numbers({ filters: { teamId: 'no-such-team' } })).toEqual([])
    expect(await numbers({ filters: { missing: true } })).toEqual([2, 1])
    expect(await numbers({ filters: { missing: false } })).toEqual([])
    expect(await numbers({ filters: { due: 'overdue' } })).toEqual([1])
    expect(await numbers({ filters: { due: 'week' } })).toEqual([])
    expect(await numbers({ filters: { due: 'month' } })).toEqual([2])
    expect(await numbers({ filters: { due: 'none', ended: true } })).toEqual([3])
    expect(await numbers({ search: 'sol', filters: { due: 'overdue' } })).toEqual([])
  })
})

describe('a search', () => {
  test('finds names in any script, by their beginnings and in other spellings, the best first', async () => {
    await open({ first: 'José', last: 'García Ejemplo' })
    await open({ first: 'Mohamed', last: 'Muestra' })
    await open({ first: 'محمد', last: 'مثال' })
    await open({ first: '小明', last: '李' })
    await open({ first: 'សុខវិបុល' })
    await open({ first: 'Garciana', last: 'Prueba' })
    for (const [text, found] of [
      ['jose', [1]],
      ['garcia', [1, 6]],
      ['Garsia', [1]],
      ['garc', [6, 1]],
      ['ejempol', [1]],
      ['Muhammad', [2]],
      ['محمد', [3]],
      ['小明', [4]],
      ['李', [4]],
      ['វិបុល', [5]],
      ['garcia jo', [1]],
      ['garcia mohamed', []],
      ['arcia', []],
      ['zzz', []],
      ['%', []],
      ['_', []],
      ["' OR ''='", []],
    ] as const)
      expect(await search(text), text).toEqual(found)
  })

  test('finds a label, a number, and a telephone number by its end, its beginning or all of it', async () => {
    await open({ first: 'Rosa', phone: '(213) 555-0120', label: 'Casa 7' })
    await open({ first: 'Sol', phone: '+1 415 555 0199', label: 'K-17' })
    for (const [text, found] of [
      ['casa', [1]],
      ['K-17', [2]],
      ['k17', []],
      ['#2', [2]],
      ['2', [2]],
      ['0120', [1]],
      ['213', [1]],
      ['213-555-0120', [1]],
      ['1 (213) 555 0120', [1]],
      ['5550199', [2]],
      ['415555', [2]],
      ['9999', []],
    ] as const)
      expect(await search(text), text).toEqual(found)
  })

  test('follows changed answers and labels', async () => {
    await open({ first: 'Rosa', label: 'Azul' })
    await casework.cases.save(owner, 1, 1, { answers: answersOf({ first: 'Luna' }) })
    expect([await search('rosa'), await search('luna'), await search('azul')]).toEqual([[], [1], [1]])
    await casework.cases.describe(owner, 1, { label: 'Verde', otherSide: [] })
    expect([await search('azul'), await search('verde'), await search('luna')]).toEqual([[], [1], [1]])
  })

  test('needs no more than twenty marks for a usual case', async () => {
    await open({ first: 'Rosa María', last: 'Ejemplo', born: '1990-01-02', phone: '213 555 0120', label: 'K-17' })
    const marks = await fixture.rows<{ mark: string }>('SELECT "mark" FROM "CaseMark"')
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.length).toBeLessThanOrEqual(20)
  })
})

describe('cases that may have to do with each other', () => {
  const alerts = async (actor = owner) =>
    Object.fromEntries(
      (await casework.caseload.list(actor, ALL)).rows.map(({ number, alerts: those }) => [
        number,
        those.map(({ kind, numbers: others, askSupervisor }) => `${kind} ${others.join()}${askSupervisor ? ' ask' : ''}`),
      ]),
    )

  test('name each other for the same person, the same telephone, or a person of the other side', async () => {
    await open({ first: 'Rosa', last: 'Ejemplo', born: '1990-01-02' })
    await open({ first: 'Ejemplo', last: 'Rosa', born: '1990-01-02' })
    await open({ first: 'Rosa', last: 'Ejemplo', born: '1991-01-02', phone: '213 555 0120' })
    await open({ first: 'Sol', last: 'Muestra', phone: '+1 213 555-0120', otherSide: ['Malo Inventado'] })
    await open({ first: 'Malo', last: 'Inventado' })
    expect(await alerts()).toEqual({
      1: ['same-person 2'],
      2: ['same-person 1'],
      3: ['same-phone 4'],
      4: ['conflict 5', 'same-phone 3'],
      5: ['conflict 4'],
    })
    expect(await casework.caseload.conflicts(owner, ['Ejemplo ROSA', 'Nadie Nunca'])).toMatchObject([
      { kind: 'conflict', numbers: [1, 2, 3] },
    ])
    expect(await casework.caseload.conflicts(owner, ['Nadie Nunca'])).toEqual([])
  })

  test('are not named to a member who may not read them, and a telephone of a whole house is not reported', async () => {
    const { id: red } = await casework.organizations.addTeam(owner.organizationId, 'Red')
    const worker = actorOf((await addMember(casework, owner.organizationId, 'caseworker', 'worker', fixture.time, red)).member)
    await open({ first: 'Malo', last: 'Inventado' })
    await open({ first: 'Sol', last: 'Muestra', otherSide: ['Inventado, Malo'] }, worker)
    expect(await alerts(worker)).toEqual({ 2: ['conflict  ask'] })
    expect(await casework.caseload.conflicts(worker, ['Malo Inventado'])).toMatchObject([{ numbers: [], askSupervisor: true }])
    for (let place = 0; place < 6; place++) await open({ first: `Casa${place}`, last: 'Hogar', phone: '213 555 0100' })
    expect(
      Object.values(await alerts())
        .flat()
        .filter(text => text.startsWith('same-phone')),
    ).toEqual([])
  })
})
