/** What a member of an organization is. */
export const ROLES = ['owner', 'supervisor', 'caseworker', 'volunteer', 'trainer'] as const
export type Role = (typeof ROLES)[number]

/**
 * How far a permission reaches: what is the member's own (a case assigned to them, themselves), what is of their team, or
 * everything in their organization. Each holds those before it; none ever reaches another organization.
 */
export const SCOPES = ['own', 'team', 'organization'] as const
export type Scope = (typeof SCOPES)[number]

/** What can be done with what. */
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

/** Something done with something: `read:case`. */
export type Deed = { [E in Entity]: `${(typeof ACTIONS)[E][number]}:${E}` }[Entity]
/** A deed and how far it reaches: `read:case:team`. */
export type Permission = `${Deed}:${Scope}`

/** Every deed there is, in the order of {@link ACTIONS}. */
export const DEEDS: readonly Deed[] = ENTITIES.flatMap(entity => ACTIONS[entity].map(action => `${action}:${entity}` as Deed))

/** The one table of who may do what. What a role's list does not name, it may not do. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: DEEDS.map((deed): Permission => `${deed}:organization`),
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
  // Reads the team's cases, so that somebody can answer when a colleague is away; changes those assigned to them.
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
  // Sees only what is assigned.
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

/** Who wants to do something. */
export interface Actor {
  readonly memberId: string
  readonly organizationId: string
  /** `null` stands for those without a team, who are a team of their own: so an organization without teams is one team. */
  readonly teamId: string | null
  readonly role: Role
}

/** What it would be done to, or where. */
export interface Target {
  readonly organizationId: string
  readonly teamId: string | null
  /** Members whose own it is: those assigned to a case, the writer of a note, a member itself. */
  readonly ownerIds: readonly string[]
}

/** No team has this id, so a target with it is of the organization, not of those without a team. */
const NO_TEAM = ''

/** Everything in a member's own organization that belongs to no team and nobody: the organization itself, its list of teams. */
export const wholeOrganization = ({ organizationId }: Actor): Target => ({ organizationId, teamId: NO_TEAM, ownerIds: [] })

/** What is of the member's own team. */
export const ownTeam = ({ organizationId, teamId }: Actor): Target => ({ organizationId, teamId, ownerIds: [] })

/** What is the member's own; they may do a deed to it wherever they may do it anywhere. */
export const oneself = ({ organizationId, teamId, memberId }: Actor): Target => ({ organizationId, teamId, ownerIds: [memberId] })

/** What a target is to a member; `null` where it belongs to another organization. */
export function relationTo(actor: Actor, target: Target): Scope | null {
  if (actor.organizationId !== target.organizationId) return null
  if (target.ownerIds.includes(actor.memberId)) return 'own'
  return actor.teamId === target.teamId ? 'team' : 'organization'
}

/** How far a deed reaches for a role; `null` where it may not be done at all. Lists are filtered with it. */
export function reachOf(role: Role, deed: Deed): Scope | null {
  return SCOPES.findLast(scope => PERMISSIONS[role].includes(`${deed}:${scope}`)) ?? null
}

/** Whether a member may do something to a target. Everything that guards a page or a row asks here. */
export function may(actor: Actor, deed: Deed, target: Target): boolean {
  const relation = relationTo(actor, target)
  const reach = reachOf(actor.role, deed)
  return relation !== null && reach !== null && SCOPES.indexOf(relation) <= SCOPES.indexOf(reach)
}

/** The roles that each role may give, and whose members it may change: nobody makes somebody who may do more than they. */
export const GIVES: Readonly<Record<Role, readonly Role[]>> = {
  owner: ROLES,
  supervisor: ['caseworker', 'volunteer'],
  caseworker: [],
  volunteer: [],
  trainer: [],
}

/** Whether a text names a role. */
export const isRole = (text: unknown): text is Role => ROLES.some(role => role === text)
