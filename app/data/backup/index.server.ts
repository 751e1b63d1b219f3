/**
 * Backups of an installation, and their restore.
 * Other folders import from this file alone.
 */

export { backUp } from './backup.server.ts'
export type { Carried } from './carry-deletions.server.ts'
export { restore } from './restore.server.ts'
