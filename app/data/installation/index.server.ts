/**
 * A folder and a database as one installation: the key’s file, the purpose, and the proof that all of them belong together.
 * Other folders import from this file alone.
 */

export { opensCanary, sealCanary } from './canary.server.ts'
export { keyOfInstallation, type Opening } from './first-start.server.ts'
export { findMasterKey, KeyError, markUsed } from './key-file.server.ts'
export { purposeError } from './purpose.server.ts'
