import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { readClaim } from '#scripts/claim-input.ts'
import { EXAMPLE } from './packet-views.ts'
import { makeClaims, startVisited } from './page-load.ts'

export const BUILDS = ['old', 'new'] as const
export type Which = (typeof BUILDS)[number]

/** The folder that was named on the command line: an older checkout, built. */
export function folderOfOld(): string {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) throw new Error('which folder holds the other build?')
  return path.resolve(folder)
}

/** Whose turn it is first in a round: they change, so that a slow moment of the machine falls on both. */
export const orderIn = (round: number): readonly Which[] => (round % 2 ? BUILDS : [...BUILDS].reverse())

/** What two builds serve, each a copy of its own. */
export type SameClaims = Awaited<ReturnType<typeof sameClaims>>

/** Makes claims for the build of another folder and for this one. Both must have the same migrations. */
export async function sameClaims(old: string) {
  const data = mkdtempSync(path.join(tmpdir(), 'bench-data-'))
  const sessions = await makeClaims(data, answersFromClaim(readClaim(EXAMPLE).claim))
  const roots: Readonly<Record<Which, string>> = { old, new: process.cwd() }
  /** Starts a build, with somebody for each claim. */
  const start = (which: Which, options?: readonly string[]) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-build-'))
    cpSync(data, folder, { recursive: true })
    return startVisited(folder, sessions, roots[which], options)
  }
  return {
    start,
    startBoth: async () => ({ old: await start('old'), new: await start('new') }),
    remove: () => rmSync(data, { recursive: true }),
  }
}
