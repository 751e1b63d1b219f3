import { fileURLToPath } from 'node:url'
import type { Casework } from '#app/data/casework.server.ts'
import type { MadeLink } from '#app/data/staff/index.server.ts'
import type { ChangeResult, MemberView } from '#app/data/organizations/index.server.ts'
import { openStore } from '#app/data/store.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

/** What a command prints, and the code with which it ends: 2 where the command was not understood, 1 where it could not be done. */
interface Outcome {
  readonly lines: readonly string[]
  readonly code: 0 | 1 | 2
}

const USAGE = [
  'npm run user -- list                        organizations and their people',
  'npm run user -- invite owner                a link that makes an organization with its owner',
  'npm run user -- invite owner ORGANIZATION   a link that makes one more owner; the id stands in the list',
  'npm run user -- disable LOGIN               takes access away, at once',
  'npm run user -- enable LOGIN                gives it back',
  'npm run user -- reset LOGIN                 takes all ways to sign in away, and prints a link that chooses new ones',
]

const said = (...lines: readonly string[]): Outcome => ({ lines, code: 0 })
const failed = (...lines: readonly string[]): Outcome => ({ lines, code: 1 })

/** A link, and the time until which it is valid. A person who has it may use it once. */
const linkLines = (siteAddress: string, { secret, expiresAt }: MadeLink) => [
  `Opens once, until ${expiresAt.toISOString()}:`,
  `${siteAddress}/work/join#${secret}`,
]

const RESULTS: Readonly<Record<ChangeResult, string>> = {
  done: 'Done.',
  'last-owner': 'This is the last owner who can sign in. Invite another owner first.',
  gone: 'There is no such person.',
  'not-yours': 'This cannot be changed.',
}

/** Runs a command with its words. */
export async function runUserCommand(casework: Casework, siteAddress: string, words: readonly string[]): Promise<Outcome> {
  const [command, subject = '', organizationId, ...rest] = words
  if (rest.length > 0 || (organizationId !== undefined && command !== 'invite')) return { lines: USAGE, code: 2 }
  if (command === 'list' && subject === '') return said(...(await list(casework)))
  if (command === 'invite' && subject === 'owner') return invite(casework, siteAddress, organizationId)
  if (!['disable', 'enable', 'reset'].includes(command ?? '') || subject === '') return { lines: USAGE, code: 2 }
  const member = await casework.members.findByLogin(subject)
  if (!member) return failed(RESULTS.gone)
  return command === 'reset' ? reset(casework, siteAddress, member) : setDisabled(casework, member, command === 'disable')
}

async function list({ organizations, members }: Casework): Promise<string[]> {
  const all = await organizations.list()
  if (all.length === 0) return ['There is no organization yet.']
  const parts = await Promise.all(
    all.map(async ({ id, name }) => [
      `${name} (${id})`,
      ...(await members.list(id)).map(
        ({ login, role, name: person, disabled }) => `  ${login}  ${role}  ${person}${disabled ? '  no access' : ''}`,
      ),
    ]),
  )
  return parts.flat()
}

async function invite({ organizations, invitations }: Casework, siteAddress: string, organizationId: string | undefined): Promise<Outcome> {
  if (organizationId === undefined) return said(...linkLines(siteAddress, await invitations.inviteOrganization()))
  if (!(await organizations.find(organizationId))) return failed('There is no such organization.')
  return said(...linkLines(siteAddress, await invitations.invite(organizationId, { role: 'owner', teamId: null, name: '' })))
}

async function setDisabled({ members }: Casework, { organizationId, id }: MemberView, disabled: boolean): Promise<Outcome> {
  const result = await members.setDisabled(organizationId, id, disabled, 'owner')
  return result === 'done' ? said(RESULTS.done) : failed(RESULTS[result])
}

async function reset({ invitations }: Casework, siteAddress: string, { organizationId, id }: MemberView): Promise<Outcome> {
  const link = await invitations.reset(organizationId, id)
  return link ? said(...linkLines(siteAddress, link)) : failed('This person has no access. Give it back first.')
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const store = await openStore(settings)
  try {
    if (!store.casework) throw new Error('a store of claims has casework')
    const { lines, code } = await runUserCommand(store.casework, settings.siteAddress, process.argv.slice(2))
    for (const line of lines) (code === 0 ? console.log : console.error)(line)
    process.exitCode = code
  } finally {
    await store.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
