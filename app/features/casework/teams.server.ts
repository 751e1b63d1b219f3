import { requirePermission, requireStaffVisit, WORK_PATHS, type StaffContext } from '#app/auth/visit.server.ts'
import type { TeamView } from '#app/data/organizations/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readForm } from '#app/security/forms/read-form.server.ts'
import { may, ownTeam, wholeOrganization } from '#machines/casework/permissions.ts'
import type { FieldFault } from './field-fault.ts'
import { nameFaults, textOf } from './form-texts.server.ts'

export interface TeamsPageView {
  readonly teams: readonly TeamView[]
  readonly mayEdit: boolean
  readonly done: boolean
}

export async function teamsView(context: StaffContext, request: Request): Promise<TeamsPageView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'read:team', ownTeam(visit.actor))
  const { casework, organization, actor } = visit
  const teams = await casework.organizations.teams(organization.id)
  return {
    teams: teams.filter(({ id }) => may(actor, 'read:team', { organizationId: organization.id, teamId: id, ownerIds: [] })),
    mayEdit: may(actor, 'edit:team', wholeOrganization(visit.actor)),
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** Adds, renames or removes a team; what is wrong where it cannot be done. */
export async function changeTeams(context: StaffContext, request: Request): Promise<Response | { readonly faults: readonly FieldFault[] }> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'edit:team', wholeOrganization(visit.actor))
  const {
    casework: { organizations },
    organization: { id },
  } = visit
  const form = await readForm(request, SMALL_FORM)
  const [intent, team] = [textOf(form, 'intent'), textOf(form, 'team')]
  const field = intent === 'add' ? 'name' : `name-${team}`
  const name = textOf(form, field)
  const faults = intent === 'remove' ? [] : nameFaults(field, name, 'work:errors.team')
  if (faults.length > 0) return { faults }
  if (intent === 'add') await organizations.addTeam(id, name)
  else if (intent === 'rename') await organizations.renameTeam(id, team, name)
  else if (intent === 'remove') await organizations.removeTeam(id, team)
  else throw new Response(null, { status: 400 })
  return seeOther(`${WORK_PATHS.teams}?done=1`)
}
