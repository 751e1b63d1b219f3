import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { programFile } from '#app/program.server.ts'
import { addMember, makeOwner } from './casework-fixture.ts'
import type { TestDatabase } from './draft-fixture.ts'
import { actorOf } from '../organizations/members.server.ts'
import type { SavedClaims, Way } from './save-until-killed.ts'
import type { Store } from '../store.server.ts'

const CHILD = programFile('save-until-killed', 'app/data/testing/save-until-killed.ts')

/** Makes one claim for each way, for a process that saves. */
export async function makeClaims({ drafts, casework }: Store): Promise<SavedClaims> {
  if (!casework) throw new Error('a store of claims has casework')
  const now = Date.now()
  const { organization } = await makeOwner(casework, now)
  const { member } = await addMember(casework, organization.id, 'caseworker', 'caseworker', now)
  const actor = actorOf(member)
  const { number } = await casework.cases.create(actor, { language: 'en', about: { label: 'K-1', otherSide: [] } })
  const { session } = await drafts.create({ answers: {}, language: 'en' })
  return { session, actor, case: number }
}

/** A process that saves in both ways from {@link Saver.begin} until it is killed. */
export interface Saver {
  readonly begin: () => void
  /** Last revision whose save was acknowledged. A line that the kill cut off does not count. */
  readonly acknowledged: (way: Way) => number
  /** Whether the process ended without being killed. */
  readonly hasFailed: () => boolean
  /** Kills the process; resolves when all of its output was read. */
  readonly kill: () => Promise<void>
}

export function startSaver({ dataDirectory, databaseUrl }: TestDatabase['settings'], claims: SavedClaims): Saver {
  const child = spawn(process.execPath, [CHILD, dataDirectory, JSON.stringify(claims), ...(databaseUrl ? [databaseUrl] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  // "close" comes after all output was read; "exit" may come earlier.
  const closed = once(child, 'close')
  return {
    begin: () => void child.stdin.write('go\n'),
    acknowledged: way => {
      const whole = text.split('\n').slice(0, -1)
      return Number(whole.findLast(line => line.startsWith(way))?.split(' ')[1] ?? 0)
    },
    hasFailed: () => child.exitCode !== null,
    kill: async () => {
      child.kill('SIGKILL')
      await closed
    },
  }
}
