import { statfs } from 'node:fs/promises'

/** Bytes of the disk that stay free for answers. Papers are large and can wait; an answer must never be lost because of them. */
const RESERVE_BYTES = 512 * 1024 * 1024

/** Bytes that the database may need for the saves of one moment. With less room, saves begin to fail. */
export const SAVE_BYTES = 16 * 1024 * 1024

/**
 * Whether the disk of a folder has more room than a reserve. Without a number it is the reserve for answers, which a new paper must leave
 * free.
 */
export async function hasRoomOnDisk(folder: string, reserveBytes = RESERVE_BYTES): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize > reserveBytes
}
