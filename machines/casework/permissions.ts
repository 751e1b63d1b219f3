/** The roles of an organization's members. */
export const ROLES = ['owner', 'supervisor', 'caseworker', 'volunteer', 'trainer'] as const
export type Role = (typeof ROLES)[number]

/**
 * How far a permission goes: what is the member's own (a case assigned to them, their own account), what belongs to their team, or
 * everything in their organization. Each scope includes those before it; none ever includes another organization.
 */
export const SCOPES = ['own', 'team', 'organization'] as const
export type Scope = (typeof SCOPES)[number]

/** The actions that exist for each entity. */
export const ACTIONS = {
  case: ['read', 'create', 'edit', 'assign', 'print', 'share', 'file', 'transfer', 'delete'],
  note: ['read', 'write', 'delete'],
  document: ['read', 'add', 'delete'],
  review: ['ask', 'give'],
  member: ['read', 'invite', 'edit', 'disable', 'reset'],
  team: ['read', 'edit'],
  organization: ['read', 'edit'],
  audit: ['read'],
  export: ['make', 'count'],
  training: ['take', 'lead'],
} as const satisfies Record<string, readonly string[]>
export type Entity = keyof typeof ACTIONS
const ENTITIES = Object.keys(ACTIONS) as readonly Entity[]

/** A permission without its scope: an action on an entity, `read:case`. */
export type Permission = { [E in Entity]: `${(typeof ACTIONS)[E][number]}:${E}` }[Entity]
/** A permission with its scope: `read:case:team`. */
export type ScopedPermission = `${Permission}:${Scope}`

/** Every permission without its scope, in the order of {@link ACTIONS}. */
export const PERMISSIONS: readonly Permission[] = ENTITIES.flatMap(entity =>
  ACTIONS[entity].map(action => `${action}:${entity}` as Permission),
)

/** The one table of who may do what. A role may not do what its list does not name. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly ScopedPermission[]>> = {
  owner: PERMISSIONS.map((permission): ScopedPermission => `${permission}:organization`),
  supervisor: [
    'read:case:team',
    'create:case:team',
    'edit:case:team',
    'assign:case:team',
    'print:case:team',
    'share:case:team',
    'file:case:team',
    'read:note:team',
    'write:note:team',
    'delete:note:team',
    'read:document:team',
    'add:document:team',
    'delete:document:team',
    'ask:review:team',
    'give:review:team',
    'read:member:organization',
    'invite:member:team',
    'edit:member:team',
    'disable:member:team',
    'reset:member:team',
    'read:team:organization',
    'read:organization:organization',
    'read:audit:team',
    'make:export:team',
    'count:export:team',
    'take:training:own',
  ],
  // Reads the team's cases, so that a colleague can answer when another is away; changes only the cases assigned to them.
  caseworker: [
    'read:case:team',
    'create:case:own',
    'edit:case:own',
    'print:case:own',
    'share:case:own',
    'file:case:own',
    'read:note:team',
    'write:note:own',
    'delete:note:own',
    'read:document:team',
    'add:document:own',
    'delete:document:own',
    'ask:review:own',
    'read:member:organization',
    'read:team:organization',
    'read:organization:organization',
    'make:export:own',
    'take:training:own',
  ],
  // Sees only the cases assigned to them.
  volunteer: [
    'read:case:own',
    'edit:case:own',
    'print:case:own',
    'read:note:own',
    'write:note:own',
    'read:document:own',
    'add:document:own',
    'ask:review:own',
    'read:member:team',
    'read:team:team',
    'read:organization:organization',
    'take:training:own',
  ],
  // Teaches with invented people and sees no case.
  trainer: ['read:member:team', 'read:team:team', 'read:organization:organization', 'take:training:own', 'lead:training:organization'],
}

/** The member who wants to do something. */
export interface Actor {
  readonly memberId: string
  readonly organizationId: string
  /** `null` for a member without a team. All members without a team count as one team, so an organization without teams is one team. */
  readonly teamId: string | null
  readonly role: Role
}

/** What the member wants to act on, or where they want to create something. */
export interface Target {
  readonly organizationId: string
  readonly teamId: string | null
  /** Members to whom it belongs: those assigned to a case, the writer of a note, the member whose account it is. */
  readonly ownerIds: readonly string[]
}

/** No team has this id, so a target with it belongs to the organization, not to the members without a team. */
const NO_TEAM = ''

/** The target for what belongs to the member's whole organization and to no team or member: the organization itself, its list of teams. */
export const wholeOrganization = ({ organizationId }: Actor): Target => ({ organizationId, teamId: NO_TEAM, ownerIds: [] })

/** The target for what belongs to the member's own team. */
export const ownTeam = ({ organizationId, teamId }: Actor): Target => ({ organizationId, teamId, ownerIds: [] })

/** The target for what is the member's own; every scope of a permission includes it. */
export const oneself = ({ organizationId, teamId, memberId }: Actor): Target => ({ organizationId, teamId, ownerIds: [memberId] })

/** The relation of a target to a member; `null` where the target belongs to another organization. */
export function relationTo(actor: Actor, target: Target): Scope | null {
  if (actor.organizationId !== target.organizationId) return null
  if (target.ownerIds.includes(actor.memberId)) return 'own'
  return actor.teamId === target.teamId ? 'team' : 'organization'
}

/** The scope that a role has for a permission; `null` where the role does not have it at all. Lists are filtered with it. */
export function scopeOf(role: Role, permission: Permission): Scope | null {
  return SCOPES.findLast(scope => ROLE_PERMISSIONS[role].includes(`${permission}:${scope}`)) ?? null
}

/** Whether a member has a permission on a target. Everything that guards a page or a row calls this. */
export function may(actor: Actor, permission: Permission, target: Target): boolean {
  const relation = relationTo(actor, target)
  const scope = scopeOf(actor.role, permission)
  return relation !== null && scope !== null && SCOPES.indexOf(relation) <= SCOPES.indexOf(scope)
}

/** The roles that each role may give, and whose members it may change: no member gives a role that may do more than their own. */
export const GIVES: Readonly<Record<Role, readonly Role[]>> = {
  owner: ROLES,
  supervisor: ['caseworker', 'volunteer'],
  caseworker: [],
  volunteer: [],
  trainer: [],
}

/** Whether a text names a role. */
export const isRole = (text: unknown): text is Role => ROLES.some(role => role === text)
