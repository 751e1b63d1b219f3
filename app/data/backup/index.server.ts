/**
 * Copies of an installation, and the way back from one.
 * Whatever lies outside takes of it only what stands here.
 */

export { backUp } from './backup.server.ts'
export type { Carried } from './carry-deletions.server.ts'
export { restore } from './restore.server.ts'
