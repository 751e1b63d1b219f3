import type { Exhibit, ExhibitFile } from '#app/packet/exhibit.ts'
import { requirePartKey, type DraftKeys } from '#app/keys/draft-keys.server.ts'
import { findUnwrappedKey, makeKey, wrapKey } from '#app/keys/key-wrap.server.ts'
import { findOpened, findOpenedBytes, seal, sealBytes, type Sealed } from '#app/keys/seal.server.ts'

/** The data that is stored of a paper beside its bytes. */
export interface ExhibitAbout extends Pick<Exhibit, 'kind' | 'title' | 'pages'>, Pick<ExhibitFile, 'format'> {
  /** Size of the paper, in bytes. */
  readonly size: number
}

/** The sealed columns of one paper. */
export interface SealedExhibit {
  readonly about: Sealed
  readonly wrappedKey: Sealed
  readonly content: Sealed
}

/** The row, the draft and the data key are part of the place, so a column opens in no other row and under no earlier data key. */
const place = ({ draftId, keyId }: DraftKeys, id: string, column: 'about' | 'wrappedKey') => `Exhibit:${id}:${column}:${draftId}:${keyId}`
/** Does not include the data key, so the paper itself stays as it was sealed when the draft gets a new data key. */
const contentPlace = (draftId: string, id: string) => `Exhibit:${id}:content:${draftId}`

const asSealed = (bytes: Buffer): Sealed => new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength)

/** Seals a paper under a new key of its own, and that key under the draft's. */
export function sealExhibit(keys: DraftKeys, id: string, about: ExhibitAbout, bytes: Uint8Array): SealedExhibit {
  const key = makeKey()
  return {
    about: sealAbout(keys, id, about),
    wrappedKey: wrapKey(requirePartKey(keys, 'papers'), place(keys, id, 'wrappedKey'), key),
    content: asSealed(sealBytes(key, contentPlace(keys.draftId, id), bytes)),
  }
}

export function sealAbout(keys: DraftKeys, id: string, about: ExhibitAbout): Sealed {
  return asSealed(seal(requirePartKey(keys, 'papers'), place(keys, id, 'about'), JSON.stringify(about)))
}

/** @throws Error where the bytes were changed or moved: the draft's own key was right, so the database was tampered with */
export function openAbout(keys: DraftKeys, id: string, sealed: Uint8Array): ExhibitAbout {
  return JSON.parse(opened(withEither(keys, key => findOpened(key, place(keys, id, 'about'), sealed)))) as ExhibitAbout
}

/** @throws Error as {@link openAbout} */
export function openContent(keys: DraftKeys, id: string, wrappedKey: Uint8Array, content: Uint8Array): Uint8Array {
  return opened(findOpenedBytes(openKey(keys, id, wrappedKey), contentPlace(keys.draftId, id), content))
}

/** Reseals the columns of a paper under a new data key of the draft. The paper itself stays sealed as it is. */
export function resealExhibit(
  old: DraftKeys,
  fresh: DraftKeys,
  id: string,
  row: Omit<SealedExhibit, 'content'>,
): Omit<SealedExhibit, 'content'> {
  const key = openKey(old, id, row.wrappedKey)
  return {
    about: sealAbout(fresh, id, openAbout(old, id, row.about)),
    wrappedKey: wrapKey(requirePartKey(fresh, 'papers'), place(fresh, id, 'wrappedKey'), key),
  }
}

function openKey(keys: DraftKeys, id: string, wrappedKey: Uint8Array): Buffer {
  return opened(withEither(keys, key => findUnwrappedKey(key, place(keys, id, 'wrappedKey'), wrappedKey)))
}

/** Tries the key of the papers, then, for the draft's owner, the data key, which sealed rows from before drafts had parts. */
const withEither = <T>(keys: DraftKeys, open: (key: Buffer) => T | null): T | null =>
  open(requirePartKey(keys, 'papers')) ?? (keys.root && open(keys.root))

function opened<T>(value: T | null): T {
  if (value === null) throw new Error("a draft's paper does not open with its key")
  return value
}
