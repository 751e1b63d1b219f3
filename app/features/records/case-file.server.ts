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

/** A case file: a zip with the claim file, as `npm run packet` reads it, other facts about the case, and the attached papers. */
export interface CaseFile {
  readonly claim: ClaimFile
  readonly life: readonly DraftProposal[]
  readonly papers: readonly { readonly kind: ExhibitKind; readonly title: string; readonly bytes: Uint8Array }[]
  /** The organization's own words; `null`, and `notes` empty, if the organization did not put them into the file. */
  readonly about: CaseAbout | null
  readonly notes: readonly KeptNote[]
}

/** Why a file is refused; `records:import.problem` has a sentence for each reason. */
export type CaseFileProblem = 'not-a-file-of-a-case' | 'too-large' | 'strange-file' | 'wrong-claim'
export type ReadCaseFile =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly problem: CaseFileProblem; readonly claim: readonly ClaimFileProblem[] }

/** Most bytes of a packed case file: the papers of one claim, and room for the rest. */
export const MOST_CASE_FILE_BYTES = MOST_BYTES_TOGETHER + 4 * 1024 * 1024

const CLAIM = 'claim.json'
const CASE = 'case.json'
/** Most bytes of each of the two JSON files once it is unpacked. */
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

/** Packs a case into one file. Papers are compressed already, so they are stored as they are. */
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
  // A real time in the file would reveal when the case was exported.
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

/** An event without the facts derived from answers, because the reader of the file derives them again. */
function withoutFacts(event: CaseContent['life'][number]): DraftProposal {
  if (event.type === 'APPROVED') return { type: event.type, approvedOn: event.approvedOn }
  if (event.type === 'READY_WITHOUT_REVIEW') return { type: event.type, readyOn: event.readyOn }
  return event
}

/**
 * Reads a case file, which may hold anything, because it comes from outside. Accepts a claim file alone, too.
 * @param today dates after this day are refused where they must lie in the past
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
    // Any error of a parser means that this is not a case file.
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
 * Unpacks only the expected files, and never to the disk. Each file gets the room that its entry names and no more: an entry that names
 * less than it holds is cut off there, and an entry that names too much is refused before anything is unpacked.
 */
function unpack(bytes: Uint8Array): Unpacked {
  let together = 0
  const seen = new Set<string>()
  return unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      // Some programs list folders, which hold nothing.
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
