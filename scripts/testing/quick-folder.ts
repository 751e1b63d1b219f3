import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Linux keeps this folder in memory. */
const IN_MEMORY = '/dev/shm'
/** Room that a run of all tests may need, several times over, in bytes. */
const ROOM = 4 * 1024 ** 3

/**
 * Makes a folder for the temporary files of tests: in memory where there is room, since a database that waits for a disk takes ten times as
 * long to make; otherwise where the system keeps temporary files.
 * @param inMemory folder of the memory
 */
export function makeQuickFolder(inMemory = IN_MEMORY): string {
  const folder = mkdtempSync(path.join(hasRoom(inMemory) ? inMemory : tmpdir(), 'tests-'))
  // PostgreSQL runs as a user of its own, and has to get through to its folder.
  chmodSync(folder, 0o755)
  return folder
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ROOM
  } catch {
    return false
  }
}
