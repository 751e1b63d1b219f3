import { requirePermission, requireStaffVisit, type StaffVisit, WORK_PATHS, type StaffContext } from '#app/auth/visit.server.ts'
import type { ChangeResult, MemberView, TeamView } from '#app/data/organizations/index.server.ts'
import type { InvitationView, MadeLink } from '#app/data/staff/index.server.ts'
import { seeOther } from '#app/features/claim/visit.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { requestLanguage } from '#app/security/request-language.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import { GIVES, isRole, may, scopeOf, ROLES, type Permission, type Role, type Target, oneself } from '#machines/casework/permissions.ts'
import type { FormProblem } from '#app/forms/form-values.ts'
import { press, readSent } from '#app/forms/press.server.ts'
import { choice } from '#app/forms/sent-fields.ts'
import { readSentForm, type SentForm } from '#app/forms/sent-form.server.ts'
import { nameField } from './form-texts.server.ts'

/** One person of the list, with what the signed-in member may do to them. */
export interface PersonLine extends Pick<MemberView, 'id' | 'name' | 'login' | 'role' | 'disabled'> {
  readonly teamId: string | null
  readonly teamName: string | null
  readonly you: boolean
  readonly may: { readonly edit: boolean; readonly disable: boolean; readonly reset: boolean }
}

export interface MembersPageView {
  readonly people: readonly PersonLine[]
  /** Roles that the signed-in member may give; `teams` are those into which they may invite people. */
  readonly roles: readonly Role[]
  readonly teams: readonly TeamView[]
  readonly mayInvite: boolean
  readonly open: readonly { readonly id: string; readonly name: string; readonly role: Role; readonly until: string }[]
  readonly done: boolean
}

/** The answer to a form: a link, which is shown once, or what has to be corrected. */
export type MembersReturned =
  | { readonly link: string; readonly until: string }
  | { readonly problems: readonly FormProblem[]; readonly typed?: { readonly name: string; readonly role: string; readonly team: string } }

const targetOf = ({ id, organizationId, teamId }: Pick<MemberView, 'id' | 'organizationId' | 'teamId'>): Target => ({
  organizationId,
  teamId,
  ownerIds: [id],
})

/** Whether a member may do this to another member: the table of permissions allows it, and they may give the other's role. */
function mayTo({ actor }: StaffVisit, permission: Permission, person: MemberView): boolean {
  return GIVES[actor.role].includes(person.role) && may(actor, permission, targetOf(person))
}

export async function membersView(context: StaffContext, request: Request): Promise<MembersPageView> {
  const visit = await requireStaffVisit(context, request)
  requirePermission(visit, 'read:member', oneself(visit.actor))
  const { casework, organization, actor, member } = visit
  const teams = await casework.organizations.teams(organization.id)
  const people = await casework.members.list(organization.id)
  const mayInvite = scopeOf(actor.role, 'invite:member') !== null
  const open = mayInvite ? await casework.invitations.list(organization.id) : []
  const { code } = requestLanguage(request)
  return {
    people: people
      .filter(person => may(actor, 'read:member', targetOf(person)))
      .map(person => ({
        id: person.id,
        name: person.name,
        login: person.login,
        role: person.role,
        disabled: person.disabled,
        teamId: person.teamId,
        teamName: teams.find(({ id }) => id === person.teamId)?.name ?? null,
        you: person.id === member.id,
        may: {
          edit: mayTo(visit, 'edit:member', person),
          disable: mayTo(visit, 'disable:member', person),
          reset: person.id !== member.id && mayTo(visit, 'reset:member', person),
        },
      })),
    roles: GIVES[actor.role],
    teams: teams.filter(({ id }) => may(actor, 'invite:member', placeOf(visit, id))),
    mayInvite,
    open: open.filter(link => may(actor, 'invite:member', placeOf(visit, link.teamId))).map(link => openLine(link, code)),
    done: new URL(request.url).searchParams.has('done'),
  }
}

/** A team, or the organization without a team, as the target of a permission: a place where a member could be. */
const placeOf = ({ actor: { organizationId } }: StaffVisit, teamId: string | null): Target => ({ organizationId, teamId, ownerIds: [] })

const openLine = ({ id, name, role, expiresAt }: InvitationView, code: LanguageCode) => ({
  id,
  name,
  role,
  until: formatDate(dayInLosAngeles(expiresAt), code),
})

/** Invites a person, withdraws an invitation, or changes, disables, enables or resets a member. */
export async function changeMembers(context: StaffContext, request: Request): Promise<Response | MembersReturned> {
  const visit = await requireStaffVisit(context, request)
  const form = await readSentForm(request, SMALL_FORM)
  const { members } = visit.casework
  const { id } = visit.organization
  /** Does something to the person of the form, unless that person was removed in the meantime. */
  const toPerson = (run: (person: MemberView) => Promise<Response | MembersReturned>) => async () => {
    const person = await members.find(id, form.text('member'))
    return person ? run(person) : refused('people', 'work:members.gone')
  }
  const setDisabled = (disabled: boolean) =>
    toPerson(async person => {
      requirePermission(visit, 'disable:member', targetOf(person))
      return told(await members.setDisabled(id, person.id, disabled, visit.actor.role))
    })
  return press(form.intent, {
    invite: () => invite(visit, request, form),
    withdraw: () => withdraw(visit, form),
    change: toPerson(person => change(visit, form, person)),
    disable: setDisabled(true),
    enable: setDisabled(false),
    reset: toPerson(person => reset(visit, request, person)),
  })
}

const refused = (field: string, key: string): MembersReturned => ({ problems: [{ field, key }] })

async function invite(visit: StaffVisit, request: Request, form: SentForm): Promise<MembersReturned> {
  const typed = { name: form.text('name'), role: form.text('role'), team: form.text('team') }
  const teamId = teamOf(visit, typed.team)
  requirePermission(visit, 'invite:member', placeOf(visit, teamId))
  const { values, problems } = readSent(form, {
    ...(typed.name !== '' && { name: nameField('work:errors.name') }),
    role: choice(ROLES, 'work:errors.role'),
  })
  if (isRole(typed.role) && !GIVES[visit.actor.role].includes(typed.role)) return { ...refused('role', 'work:members.notYours'), typed }
  if (problems.length > 0) return { problems, typed }
  return linkOf(request, await visit.casework.invitations.invite(visit.organization.id, { role: values.role, teamId, name: typed.name }))
}

/** The team of a form. If the form names none, it is the signed-in member's own team, or no team for a member who may choose among all. */
function teamOf(visit: StaffVisit, sent: string): string | null {
  if (sent !== '') return sent
  return scopeOf(visit.actor.role, 'invite:member') === 'organization' ? null : visit.actor.teamId
}

async function withdraw(visit: StaffVisit, form: SentForm): Promise<Response> {
  const link = (await visit.casework.invitations.list(visit.organization.id)).find(({ id }) => id === form.text('link'))
  if (link) {
    requirePermission(visit, 'invite:member', placeOf(visit, link.teamId))
    await visit.casework.invitations.withdraw(visit.organization.id, link.id)
  }
  return seeOther(`${WORK_PATHS.members}?done=1`)
}

async function change(visit: StaffVisit, form: SentForm, person: MemberView): Promise<Response | MembersReturned> {
  requirePermission(visit, 'edit:member', targetOf(person))
  const role = form.text(`role-${person.id}`)
  if (!isRole(role)) return refused('people', 'work:errors.role')
  const teamId = teamOf(visit, form.text(`team-${person.id}`))
  // The signed-in member needs the permission for the new team, too.
  requirePermission(visit, 'edit:member', placeOf(visit, teamId))
  return told(await visit.casework.members.change(visit.organization.id, person.id, { role, teamId }, visit.actor.role))
}

async function reset(visit: StaffVisit, request: Request, person: MemberView): Promise<MembersReturned> {
  requirePermission(visit, 'reset:member', targetOf(person))
  if (!mayTo(visit, 'reset:member', person) || person.id === visit.member.id) return refused('people', 'work:members.notYours')
  const link = await visit.casework.invitations.reset(visit.organization.id, person.id)
  return link ? linkOf(request, link) : refused('people', 'work:members.gone')
}

const RESULT_SENTENCES = {
  'last-owner': 'work:members.lastOwner',
  gone: 'work:members.gone',
  'not-yours': 'work:members.notYours',
} as const

function told(result: ChangeResult): Response | MembersReturned {
  return result === 'done' ? seeOther(`${WORK_PATHS.members}?done=1`) : refused('people', RESULT_SENTENCES[result])
}

/** The link to pass on. Its secret stands after `#`, because browsers send that part nowhere. */
function linkOf(request: Request, { secret, expiresAt }: MadeLink): MembersReturned {
  return {
    link: `${new URL(request.url).origin}${WORK_PATHS.join}#${secret}`,
    until: formatDate(dayInLosAngeles(expiresAt), requestLanguage(request).code),
  }
}
