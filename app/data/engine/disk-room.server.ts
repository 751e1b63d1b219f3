import { statfs } from 'node:fs/promises'

/** What stays free on the disk for answers, in bytes: papers are large and can wait, an answer must never be lost to them. */
const RESERVE_BYTES = 512 * 1024 * 1024

/** What the database may need for the saves of a moment, in bytes: with less, they begin to fail. */
export const SAVE_BYTES = 16 * 1024 * 1024

/** Whether the disk of a folder has more room than a reserve: the one of answers, where somebody wants to add a paper. */
export async function hasRoomOnDisk(folder: string, reserveBytes = RESERVE_BYTES): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize > reserveBytes
}
