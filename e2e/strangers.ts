import { createHash } from 'node:crypto'
import { addMember, makeOwner } from '#app/data/testing/casework-fixture.ts'
import type { Casework } from '#app/data/casework.server.ts'
import type { Office } from './office.ts'

/** Cookies of people for whom the cases of an office's owner are out of scope, by a description of the person. */
export async function makeStrangers(casework: Casework, people: Office['people']): Promise<Readonly<Record<string, string>>> {
  const { organizationId } = people.owner.actor
  const team = await casework.organizations.addTeam(organizationId, 'Team of others')
  const gone = await addMember(casework, organizationId, 'owner', 'gone', Date.now())
  await casework.members.setDisabled(organizationId, gone.member.id, true, 'owner')
  const left = await addMember(casework, organizationId, 'owner', 'left', Date.now())
  await casework.sessions.end(left.session)
  return {
    'a trainer': people.trainer.cookie,
    'a volunteer to whom it is not assigned': people.volunteer.cookie,
    'a caseworker of another team': (await addMember(casework, organizationId, 'caseworker', 'elsewhere', Date.now(), team.id)).session,
    'a supervisor of another team': (await addMember(casework, organizationId, 'supervisor', 'elsewhere-too', Date.now(), team.id)).session,
    'the owner of another organization': (await makeOwner(casework, Date.now(), 'other-owner')).session,
    'somebody whose access was taken away': gone.session,
    'somebody who signed out': left.session,
  }
}

/** A hash of every row that belongs to cases, without the record, which notes refused tries. */
export function caseContents({ inDatabase }: Office): string {
  return inDatabase(database => {
    const hash = createHash('sha256')
    for (const table of ['Case', 'Draft', 'Exhibit', 'CaseAssignment', 'CaseMark', 'CaseNote', 'CaseComment', 'Suggestion', 'ShareCode']) {
      for (const row of database.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).raw().all() as unknown[][]) {
        hash.update(table)
        for (const value of row) hash.update(Buffer.isBuffer(value) ? value : String(value))
      }
    }
    return hash.digest('hex')
  })
}
