import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const STEP_BYTES = 64 * 1024

/** For tests: runs `mount` with these arguments. Returns whether it succeeded, which needs root. */
export const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0

/** Mounts a disk of so many bytes on an empty folder. */
export const mountSmallDisk = (folder: string, bytes: number): boolean => mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'small-disk', folder)

/** Unmounts the small disk, with everything on it. */
export const unmountSmallDisk = (folder: string) => void spawnSync('umount', ['--recursive', '--lazy', folder])

/**
 * Fills the free space on the disk of a folder.
 * @returns the file that takes the space
 */
export function fillDisk(folder: string): string {
  const file = path.join(folder, 'something-else')
  for (let bytes = STEP_BYTES; bytes > 0;) {
    try {
      writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      bytes = Math.floor(bytes / 2)
    }
  }
  return file
}
