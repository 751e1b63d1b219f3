import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Sealed bytes as Prisma takes them for a column. */
export type Sealed = Uint8Array<ArrayBuffer>

const FORMAT = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals bytes with AES-256-GCM under a fresh random IV.
 * @param key 32 bytes
 * @param place where the sealed bytes are stored, for example `draft:42:answers`; they open nowhere else
 * @returns format byte, IV, tag, ciphertext
 */
export function sealBytes(key: Buffer, place: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(place, 'utf8'))
  const body = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), ...body])
}

/**
 * Opens what {@link sealBytes} made; `null` where the key, the place or a single bit is wrong.
 * It never says which, because a stranger must not learn it.
 */
export function findOpenedBytes(key: Buffer, place: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES || bytes[0] !== FORMAT) return null
  const iv = bytes.subarray(1, 1 + IV_BYTES)
  const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(place, 'utf8'))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** Seals text, as {@link sealBytes} does bytes. */
export function seal(key: Buffer, place: string, text: string): Buffer {
  return sealBytes(key, place, Buffer.from(text, 'utf8'))
}

/** Opens what {@link seal} made; `null` as in {@link findOpenedBytes}. */
export function findOpened(key: Buffer, place: string, sealed: Uint8Array): string | null {
  return findOpenedBytes(key, place, sealed)?.toString('utf8') ?? null
}
