import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Actor } from '#machines/casework/permissions.ts'
import { openStore, type Store } from '../store.server.ts'

/** The two ways to save a claim: by the survivor's own session, and by a member of an organization in a case. */
export const WAYS = ['draft', 'case'] as const
export type Way = (typeof WAYS)[number]

/** A claim for each way. */
export interface SavedClaims {
  readonly session: string
  readonly actor: Actor
  readonly case: number
}

/** Reads the claim of each way: its revision and its answers. */
export async function findBehind(
  { drafts, casework }: Store,
  { session, actor, case: number }: SavedClaims,
): Promise<Record<Way, { readonly revision: number; readonly answers: object } | null>> {
  const found = await casework?.cases.find(actor, number)
  return { draft: await drafts.find(session), case: found?.ok ? found.value : null }
}

/** Saves "answer n" as revision n, through one way. */
async function save({ drafts, casework }: Store, claims: SavedClaims, way: Way, revision: number): Promise<number> {
  const answers = { story: { value: `answer ${revision + 1}` } }
  if (way === 'draft') {
    const saved = await drafts.save(claims.session, revision, { answers, language: 'en' })
    if (saved.ok) return saved.revision
    throw new Error(saved.reason)
  }
  const saved = await casework?.cases.save(claims.actor, claims.case, revision, { answers })
  if (saved?.ok && saved.value.ok) return saved.value.revision
  throw new Error(JSON.stringify(saved))
}

/**
 * Child process of tests. It saves in both ways in turn until it is killed, and writes each acknowledged revision as a line: "draft 7".
 * Arguments: data folder, {@link SavedClaims} as JSON, address of a PostgreSQL database where the test uses one.
 */
async function saveUntilKilled([dataDirectory = '', made = '', databaseUrl]: readonly string[]): Promise<never> {
  // The modules load while an earlier process still works; a line on standard input starts the saving.
  await new Promise(resolve => process.stdin.once('data', resolve))
  const store = await openStore({ dataDirectory, keyFile: `${dataDirectory}/master.key`, databaseUrl: databaseUrl ?? null })
  const claims = JSON.parse(made) as SavedClaims
  const found = await findBehind(store, claims)
  const revisions = { draft: found.draft?.revision ?? 0, case: found.case?.revision ?? 0 }
  for (;;) {
    for (const way of WAYS) {
      revisions[way] = await save(store, claims, way, revisions[way])
      writeSync(1, `${way} ${revisions[way]}\n`)
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await saveUntilKilled(process.argv.slice(2))
