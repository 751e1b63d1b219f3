import { hkdfSync } from 'node:crypto'
import { makeKey } from './key-wrap.server.ts'

/** The row's data key, and which one it is: whoever has it has all of the draft. */
export interface DataKey {
  readonly draftId: string
  readonly keyId: number
  readonly key: Buffer
}

/**
 * Parts of a draft that can be given to somebody one by one: the answers with what happened to them, the story, the attached papers.
 * Each is sealed under a key of its own, so what was not given cannot be opened.
 */
export const DRAFT_PARTS = ['answers', 'story', 'papers'] as const
export type DraftPart = (typeof DRAFT_PARTS)[number]

/** Keys to parts of a draft; those of its owner are all there. */
export interface DraftKeys {
  readonly draftId: string
  readonly keyId: number
  readonly parts: Readonly<Record<DraftPart, Buffer | null>>
  /** The data key itself, which sealed everything before there were parts; only its owner's keys have it. */
  readonly root: Buffer | null
}

const KEY_BYTES = 32

/** A new random key for the contents of a row. */
export function makeDataKey(draftId: string, keyId: number): DataKey {
  return { draftId, keyId, key: makeKey() }
}

/** All keys of a draft. They follow from the data key, and it does not follow from them. */
export function allKeys({ draftId, keyId, key }: DataKey): DraftKeys {
  const made = new Map<DraftPart, Buffer>()
  // Made when a part is first opened: most requests open one of the three.
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
 * @throws Error where that part was not given: whoever asks should have looked
 */
export function requirePartKey({ parts }: DraftKeys, part: DraftPart): Buffer {
  const key = parts[part]
  if (!key) throw new Error(`the draft's ${part} were not given`)
  return key
}
