import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addMember, makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openFixture, type Fixture } from '#app/data/testing/draft-fixture.ts'
import type { Services } from '#app/services.server.ts'
import { remixOf, type Drawn } from './testing/remix.ts'
import { statementsOf } from '#app/data/testing/statements-fixture.ts'
import { findStaffVisit, requireStaffVisit } from './visit.server.ts'

let fixture: Fixture
let casework: Casework
let owner: Awaited<ReturnType<typeof makeOwner>>

beforeEach(async () => {
  fixture = await openFixture()
  casework = fixture.store.casework!
  owner = await makeOwner(casework, fixture.time)
})
afterEach(() => fixture.end())

/** A page inside a page. The loaders of both return the visitor's role, and the inner page has an action. */
function pages(act: () => unknown = () => null) {
  const loader = async ({ context, request }: LoaderFunctionArgs) => (await findStaffVisit(context, request))?.actor.role ?? 'nobody'
  const action = async ({ context, request }: ActionFunctionArgs) => {
    await requireStaffVisit(context, request)
    await act()
    return null
  }
  return remixOf({ casework } as unknown as Services, {
    around: { path: 'work', module: { default: () => null, loader } },
    within: { parentId: 'around', path: 'page', module: { default: () => null, loader, action } },
  })
}

const drawn = async (answer: Promise<Response>) => ((await (await answer).json()) as Drawn).data

describe('the visitor', () => {
  test('is found once for all loaders of a request, and again for the next request', async () => {
    const open = pages()
    const asked = await statementsOf(async () => {
      for (let requests = 0; requests < 2; requests++)
        expect(await drawn(open('/work/page', owner.session))).toEqual({ around: 'owner', within: 'owner' })
    })
    expect([asked.transactions, asked.statements.length]).toEqual([0, 6])
  })

  test('is noted as seen once by two requests at the same moment', async () => {
    const open = pages()
    fixture.time += 2 * 60_000
    const asked = await statementsOf(async () => {
      for (let requests = 0; requests < 2; requests++) await open('/work/page', owner.session)
    })
    expect(asked.statements.filter(text => text.startsWith('UPDATE'))).toHaveLength(1)
  })

  test('is nobody for every loader after an action that ended the session', async () => {
    const open = pages(() => casework.sessions.end(owner.session))
    expect(await drawn(open('/work/page', owner.session, {}))).toEqual({ around: 'nobody', within: 'nobody' })
  })

  test('is nobody for every loader after a quick exit during the action', async () => {
    const open = pages(() => fixture.store.leave(owner.session))
    expect(await drawn(open('/work/page', owner.session, {}))).toEqual({ around: 'nobody', within: 'nobody' })
  })

  test('has the role that an action has just given', async () => {
    const { session, member } = await addMember(casework, owner.organization.id, 'caseworker', 'ana', fixture.time)
    const open = pages(() => casework.members.change(owner.organization.id, member.id, { role: 'volunteer', teamId: null }, 'owner'))
    expect(await drawn(open('/work/page', session, {}))).toEqual({ around: 'volunteer', within: 'volunteer' })
  })
})
