import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { PacketOptions } from './packet-view.ts'
import type { Block, PacketView } from './sheet.ts'
import { hasOwnClaimant } from './signers.ts'

/** Something in a claim file that no sheet shows, and why. */
export interface LeftOut {
  /** Dotted path; everything beneath it is left out too. */
  readonly path: string
  readonly why: string
  /** Left out only then; always when absent. */
  readonly when?: (claim: ClaimFile, options: PacketOptions) => boolean
}

/** Everything that is deliberately not printed. */
export const LEFT_OUT: readonly LeftOut[] = [
  { path: 'version', why: 'tells programs how to read the file' },
  { path: 'language', why: 'decides in which language the part to keep is written' },
  { path: 'leftOpen', why: 'stands as words in the place of each answer that was left open' },
  {
    path: 'statementFacts',
    why: 'decides which facts are filled in on the forms for a caseworker and a lawyer, where they stand themselves',
  },
  {
    path: 'victim.residenceAddress',
    why: 'a person in Safe at Home must not have the real address on paper',
    when: claim => claim.victim?.safeAtHome === true,
  },
  {
    path: 'claimant',
    why: 'the victim asks for help, so answers about another claimant no longer apply',
    when: claim => !hasOwnClaimant(claim),
  },
  {
    path: 'crime.circumstances',
    why: 'the person will tell the story another way, or its words put them in danger',
    when: (_, options) => options.withoutStory === true,
  },
]

/** Dotted paths of all answers of a claim; an empty list and `null` are answers too ("none"). */
export function leafPaths(value: unknown, prefix = ''): string[] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object' || (Array.isArray(value) && value.length === 0)) return [prefix]
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, prefix ? `${prefix}.${key}` : key))
}

/** Why a path stands on no sheet for this claim and this choice of papers; `null` where it is not deliberately left out. */
export function leftOutBecause(path: string, claim: ClaimFile, options: PacketOptions = {}): string | null {
  const found = LEFT_OUT.find(
    entry => (path === entry.path || path.startsWith(`${entry.path}.`)) && (entry.when === undefined || entry.when(claim, options)),
  )
  return found?.why ?? null
}

/** Whether a path is in {@link LEFT_OUT} for this claim and this choice of papers. */
export const isLeftOut = (path: string, claim: ClaimFile, options: PacketOptions = {}): boolean =>
  leftOutBecause(path, claim, options) !== null

/** Claim-file paths of all answers that stand somewhere in a packet. */
export function printedPaths(view: Pick<PacketView, 'mail' | 'keep'>): Set<string> {
  return new Set([...view.mail, ...view.keep].flatMap(sheet => sheet.blocks.flatMap(pathsOf)))
}

function pathsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'rows':
      return block.rows.flatMap(row => row.paths)
    case 'table':
      return block.rows.flatMap(row => row.flatMap(cell => cell.paths ?? []))
    case 'checks':
      return block.items.flatMap(item => item.paths ?? [])
    case 'paragraph':
    case 'address':
    case 'story':
      return block.paths ?? []
    default:
      return []
  }
}
