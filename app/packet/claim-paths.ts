import type { ClaimFile } from '#machines/answers/claim-file.ts'
import type { PacketOptions } from './packet-view.ts'
import type { Block, PacketView } from './sheet.ts'
import { hasOwnClaimant } from './signers.ts'

/** A part of a claim file that no sheet shows, and the reason. */
export interface LeftOut {
  /** Dotted path, without the numbers of entries. Everything beneath it is left out too. */
  readonly path: string
  readonly why: string
  /** The part is left out only when this holds; without this function it is always left out. */
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
  { path: 'work.pay', why: 'all the pay of the period stands in its place: as it was given, or as the rate makes it' },
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
  {
    path: 'work.kind',
    why: 'goes with the story: these words of the person can tell of a crime that they were made to do',
    when: (_, options) => options.withoutStory === true,
  },
]

/** The dotted paths of all answers in a claim. An empty list and `null` count as answers ("none"). */
export function leafPaths(value: unknown, prefix = ''): string[] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object' || (Array.isArray(value) && value.length === 0)) return [prefix]
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, prefix ? `${prefix}.${key}` : key))
}

/** Why no sheet shows a path, for this claim and these options; `null` when the path is not left out on purpose. */
export function leftOutBecause(path: string, claim: ClaimFile, options: PacketOptions = {}): string | null {
  const place = path.replaceAll(/\.\d+(?=\.|$)/g, '')
  const found = LEFT_OUT.find(
    entry => (place === entry.path || place.startsWith(`${entry.path}.`)) && (entry.when === undefined || entry.when(claim, options)),
  )
  return found?.why ?? null
}

/** Whether {@link LEFT_OUT} leaves a path out, for this claim and these options. */
export const isLeftOut = (path: string, claim: ClaimFile, options: PacketOptions = {}): boolean =>
  leftOutBecause(path, claim, options) !== null

/** The claim-file paths of all answers that a packet shows. */
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
