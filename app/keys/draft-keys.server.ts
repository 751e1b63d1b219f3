import { hkdfSync } from 'node:crypto'
import { makeKey } from './key-wrap.server.ts'

/** A draft's data key, with its number. It opens everything in the draft. */
export interface DataKey {
  readonly draftId: string
  readonly keyId: number
  readonly key: Buffer
}

/**
 * Parts of a draft that can be shared one by one: the answers with the draft's history, the story, the attached papers.
 * Each is sealed under its own key, so a part that was not shared cannot be opened.
 */
export const DRAFT_PARTS = ['answers', 'story', 'papers'] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]

/** Keys to the parts of a draft. The draft's owner has all of them. */
export interface DraftKeys {
  readonly draftId: string
  readonly keyId: number
  readonly parts: Readonly<Record<DraftPart, Buffer | null>>
  /** The data key itself, which sealed everything before drafts had parts. Only the draft's owner has it. */
  readonly root: Buffer | null
}

const KEY_BYTES = 32

/** A new random key for the contents of a row. */
export function makeDataKey(draftId: string, keyId: number): DataKey {
  return { draftId, keyId, key: makeKey() }
}

/** All keys of a draft. They are derived from the data key, which cannot be derived from them. */
export function allKeys({ draftId, keyId, key }: DataKey): DraftKeys {
  const made = new Map<DraftPart, Buffer>()
  // Derived on first use: most requests open only one of the three parts.
  const part = (name: DraftPart): Buffer => {
    const known = made.get(name) ?? Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `draft part: ${name}`, KEY_BYTES))
    made.set(name, known)
    return known
  }
  const parts = {
    get answers() {
      return part('answers')
    },
    get story() {
      return part('story')
    },
    get papers() {
      return part('papers')
    },
  }
  return { draftId, keyId, parts, root: key }
}

/**
 * The key of one part.
 * @throws Error where the part was not shared: the caller should have checked
 */
export function requirePartKey({ parts }: DraftKeys, part: DraftPart): Buffer {
  const key = parts[part]
  if (!key) throw new Error(`the draft's ${part} were not given`)
  return key
}
