import { requirePermission, requireStaffVisit, WORK_PATHS, type StaffVisit, type StaffContext } from '#app/auth/visit.server.ts'
import { IDLE_MINUTES_RANGE } from '#app/data/organizations/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { readSentForm } from '#app/forms/sent-form.server.ts'
import {
  ACTIONS,
  may,
  scopeOf,
  type Permission,
  type Entity,
  type Role,
  type Scope,
  wholeOrganization,
} from '#machines/casework/permissions.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { readSent } from '#app/forms/press.server.ts'
import { idleMinutes, nameField } from './form-texts.server.ts'

/** Entities that have pages. A new page for another entity adds it here, with the sentences of its permissions in `work:permission`. */
const BUILT: readonly Entity[] = ['case', 'note', 'review', 'document', 'member', 'team', 'organization', 'audit', 'export']

/** Script in `package.json` that starts the server for training, which runs apart from real cases. */
const TRAINING_COMMAND = 'npm run training'

export interface HomeView {
  readonly name: string
  readonly organization: string
  readonly role: Role
  /** `null` for a member without a team. */
  readonly team: string | null
  readonly rights: readonly { readonly permission: string; readonly scope: Scope }[]
  /** Settings of the organization; `null` for a member who may not change them. */
  readonly settings: { readonly name: string; readonly idle: string; readonly least: number; readonly most: number } | null
  /** Command that starts the server for training; `null` for a member who may not lead training. */
  readonly training: string | null
  readonly saved: boolean
}

export async function homeView(context: StaffContext, request: Request): Promise<HomeView> {
  const visit = await requireStaffVisit(context, request)
  const { member, organization, actor, casework } = visit
  const teams = member.teamId === null ? [] : await casework.organizations.teams(organization.id)
  const { least, most } = IDLE_MINUTES_RANGE
  return {
    name: member.name,
    organization: organization.name,
    role: member.role,
    team: teams.find(({ id }) => id === member.teamId)?.name ?? null,
    rights: rightsOf(visit),
    settings: may(actor, 'edit:organization', wholeOrganization(visit.actor))
      ? { name: organization.name, idle: String(organization.idleMinutes), least, most }
      : null,
    training: scopeOf(actor.role, 'lead:training') === null ? null : TRAINING_COMMAND,
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

function rightsOf({ actor: { role } }: StaffVisit): HomeView['rights'] {
  return BUILT.flatMap(entity =>
    ACTIONS[entity].flatMap(action => {
      const scope = scopeOf(role, `${action}:${entity}` as Permission)
      return scope === null ? [] : [{ permission: `${entity}.${action}`, scope }]
    }),
  )
}

/** Saves the settings of the organization, or returns what has to be corrected. */
export async function saveSettings(
  context: StaffContext,
  request: Request,
): Promise<Response | { readonly problems: readonly FormProblem[]; readonly typed: { readonly name: string; readonly idle: string } }> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'edit:organization', wholeOrganization(visit.actor))
  const form = await readSentForm(request, SMALL_FORM)
  const { values, problems } = readSent(form, { name: nameField('work:errors.organization'), idle: idleMinutes })
  if (problems.length > 0) return { problems, typed: { name: values.name, idle: form.text('idle') } }
  await visit.casework.organizations.change(visit.organization.id, { name: values.name, idleMinutes: values.idle })
  return seeOther(`${WORK_PATHS.home}?index&saved=1`)
}
