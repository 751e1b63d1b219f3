import { requirePermission, requireStaffVisit, WORK_PATHS, type StaffContext } from '#app/auth/visit.server.ts'
import type { TeamView } from '#app/data/organizations/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { may, ownTeam, wholeOrganization } from '#machines/casework/permissions.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { button, press } from '#app/forms/press.server.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import { nameField } from './form-texts.server.ts'

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

/** Adds, renames or removes a team, or returns what is wrong. */
export async function changeTeams(
  context: StaffContext,
  request: Request,
): Promise<Response | { readonly problems: readonly FormProblem[] }> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'edit:team', wholeOrganization(visit.actor))
  const {
    casework: { organizations },
    organization: { id },
  } = visit
  const form = await readSentForm(request, SMALL_FORM)
  const team = form.text('team')
  const done = () => seeOther(`${WORK_PATHS.teams}?done=1`)
  const named = (field: string, run: (name: string) => Promise<unknown>) =>
    button(
      form,
      { [field]: nameField('work:errors.team') },
      () => run(form.text(field)).then(done),
      problems => ({ problems }),
    )
  return press(form.intent, {
    add: named('name', name => organizations.addTeam(id, name)),
    rename: named(`name-${team}`, name => organizations.renameTeam(id, team, name)),
    remove: () => organizations.removeTeam(id, team).then(done),
  })
}
