import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import type { CaseContent, KeptNote } from '#app/data/records/index.server.ts'
import type { CaseAbout } from '#app/data/drafts/index.server.ts'
import { LONGEST_TITLE, MOST_BYTES_TOGETHER, MOST_FILE_BYTES, MOST_PAPERS } from '#app/evidence/limits.ts'
import { EXHIBIT_KINDS, type ExhibitKind } from '#app/packet/exhibit.ts'
import { parseClaimFile, type ClaimFile, type ClaimFileProblem } from '#machines/answers/claim-file.ts'
import type { Day } from '#machines/calendar/day.ts'
import { draftProposalSchema } from '#machines/draft/event-schema.ts'
import type { DraftProposal } from '#machines/draft/events.ts'

/** The file of a case: a zip with the claim file, as `npm run packet` reads it, what else is known, and the papers. */
export interface CaseFile {
  readonly claim: ClaimFile
  readonly life: readonly DraftProposal[]
  readonly papers: readonly { readonly kind: ExhibitKind; readonly title: string; readonly bytes: Uint8Array }[]
  /** `null`, and no notes, where the organization kept its own words to itself. */
  readonly about: CaseAbout | null
  readonly notes: readonly KeptNote[]
}

/** Why a file is not taken; `records:import.problem` has a sentence for each. */
export type CaseFileProblem = 'not-a-file-of-a-case' | 'too-large' | 'strange-file' | 'wrong-claim'
export type ReadCaseFile =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly problem: CaseFileProblem; readonly claim: readonly ClaimFileProblem[] }

/** Most bytes of a file of a case as it comes: the papers of one claim, and room for the rest. */
export const MOST_CASE_FILE_BYTES = MOST_BYTES_TOGETHER + 4 * 1024 * 1024

const CLAIM = 'claim.json'
const CASE = 'case.json'
/** Most bytes of each of the two texts once they are unpacked. */
const MOST_TEXT_BYTES = 2 * 1024 * 1024
const MOST_EVENTS = 2_000
const MOST_NOTES = 1_000
const LONGEST_NOTE = 20_000
const EXTENSION = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const
const PAPER_NAME = /^papers\/\d{1,2}\.(?:pdf|jpg|png)$/

const words = z.string().trim().max(200)
const caseShape = z.strictObject({
  format: z.literal('case'),
  version: z.literal(1),
  papers: z
    .array(
      z.strictObject({
        file: z.string().regex(PAPER_NAME),
        kind: z.enum(EXHIBIT_KINDS as [ExhibitKind, ...ExhibitKind[]]),
        title: z.string().trim().max(LONGEST_TITLE),
      }),
    )
    .max(MOST_PAPERS),
  life: z.array(draftProposalSchema).max(MOST_EVENTS),
  about: z.strictObject({ label: words, otherSide: z.array(words).max(50) }).optional(),
  notes: z
    .array(z.strictObject({ text: z.string().trim().min(1).max(LONGEST_NOTE), writtenAt: z.iso.datetime() }))
    .max(MOST_NOTES)
    .optional(),
})

/** Puts a case into one file. Its papers are packed already, so they are only laid beside each other. */
export function packCase(
  { claim, life, papers, about, notes }: CaseContent,
  { withOwnWords }: { readonly withOwnWords: boolean },
): Uint8Array {
  const named = papers.map((paper, place) => ({ ...paper, file: `papers/${place + 1}.${EXTENSION[paper.format]}` }))
  const rest: z.infer<typeof caseShape> = {
    format: 'case',
    version: 1,
    papers: named.map(({ file, kind, title }) => ({ file, kind, title })),
    life: life.map(event => draftProposalSchema.parse(withoutFacts(event))),
    ...(withOwnWords && {
      about: { label: about.label, otherSide: [...about.otherSide] },
      notes: notes.map(({ text, writtenAt }) => ({ text, writtenAt: writtenAt.toISOString() })),
    }),
  }
  const text = (value: unknown) => strToU8(`${JSON.stringify(value, null, 2)}\n`)
  // The time inside would tell when the case was taken out.
  const mtime = new Date('1980-01-02T00:00:00Z')
  return zipSync(
    {
      [CLAIM]: text(claim),
      [CASE]: text(rest),
      ...Object.fromEntries(named.map(({ file, bytes }) => [file, [bytes, { level: 0 }] as const])),
    },
    { mtime },
  )
}

/** What the answers said is worked out anew where the file is read. */
function withoutFacts(event: CaseContent['life'][number]): DraftProposal {
  if (event.type === 'APPROVED') return { type: event.type, approvedOn: event.approvedOn }
  if (event.type === 'READY_WITHOUT_REVIEW') return { type: event.type, readyOn: event.readyOn }
  return event
}

/**
 * Reads a file of a case that somebody brings: anything at all. A claim file alone is taken, too.
 * @param today decides on dates that lie ahead
 */
export function readCaseFile(bytes: Uint8Array, today: Day): ReadCaseFile {
  try {
    const unpacked: Unpacked = bytes[0] === '{'.charCodeAt(0) ? { [CLAIM]: bytes } : unpack(bytes)
    const claim = parseClaimFile(jsonIn(unpacked, CLAIM), today)
    if (!claim.ok) return { ok: false, problem: 'wrong-claim', claim: claim.problems }
    const { papers, life, about, notes = [] } = unpacked[CASE] ? caseShape.parse(jsonIn(unpacked, CASE)) : { papers: [], life: [] }
    const listed = new Set(papers.map(({ file }) => file))
    if (listed.size !== papers.length || Object.keys(unpacked).length !== papers.length + (unpacked[CASE] ? 2 : 1))
      throw new RefusedCaseFile('strange-file')
    return {
      ok: true,
      file: {
        claim: claim.claim,
        life,
        about: about ?? null,
        notes: notes.map(({ text, writtenAt }) => ({ text, writtenAt: new Date(writtenAt) })),
        papers: papers.map(({ file, ...paper }) => ({ ...paper, bytes: unpacked[file] ?? missing() })),
      },
    }
  } catch (error) {
    // What a parser throws at a broken file is as good as "this is none".
    return { ok: false, problem: error instanceof RefusedCaseFile ? error.problem : 'not-a-file-of-a-case', claim: [] }
  }
}

type Unpacked = Readonly<Record<string, Uint8Array>>

class RefusedCaseFile extends Error {
  override name = 'RefusedCaseFile'
  readonly problem: CaseFileProblem
  constructor(problem: CaseFileProblem) {
    super(problem)
    this.problem = problem
  }
}

const missing = (): never => {
  throw new RefusedCaseFile('strange-file')
}

/**
 * Unpacks what is expected and nothing else, never to the disk. Each file gets the room that its entry names and no more, so an entry
 * that says less than it holds is cut off there, and one that says too much is refused before anything is unpacked.
 */
function unpack(bytes: Uint8Array): Unpacked {
  let together = 0
  const seen = new Set<string>()
  return unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      // Folders, which some programs list, hold nothing.
      if (name.endsWith('/') && originalSize === 0) return false
      const isText = name === CLAIM || name === CASE
      if ((!isText && !PAPER_NAME.test(name)) || seen.has(name)) throw new RefusedCaseFile('strange-file')
      seen.add(name)
      together += originalSize
      if (originalSize > (isText ? MOST_TEXT_BYTES : MOST_FILE_BYTES) || size > MOST_CASE_FILE_BYTES || together > MOST_CASE_FILE_BYTES)
        throw new RefusedCaseFile('too-large')
      return true
    },
  })
}

function jsonIn(unpacked: Unpacked, name: string): unknown {
  const text = unpacked[name]
  if (!text || text.length > MOST_TEXT_BYTES) throw new RefusedCaseFile(text ? 'too-large' : 'not-a-file-of-a-case')
  return JSON.parse(strFromU8(text)) as unknown
}
