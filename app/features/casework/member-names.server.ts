import type { StaffVisit } from '#app/auth/visit.server.ts'

/** The names of the organization's members by their ids; whoever left is not among them. */
export async function memberNames({
  casework,
  organization,
}: Pick<StaffVisit, 'casework' | 'organization'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await casework.members.list(organization.id)).map(({ id, name }) => [id, name]))
}
